"""One submission's marks: its answers in sandboxes, the checks here.

The judge reads text out of a notebook and sends it into the sandbox; it never compiles, imports or unpickles
anything of a student's. Every exercise has a sandbox of its own and a seed that students do not know. What
was asked and what came back is kept for the audit, long arrays by their beginning and their hash.

In this file: `Overdue`, `grade_submission`; then one exercise, and what is kept of it.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from simlib.exercise.answer import Exchange
from simlib.exercise.card import Exercise, load_exercise
from simlib.exercise.cell import answer_cells
from simlib.exercise.check import report_on
from simlib.exercise.run import Outcome, run_checks
from simlib.grade.remote import SandboxAnswer
from simlib.grade.sandbox import Limits
from simlib.grade.submission import Content, read_content

SHOWN = 8  # numbers of an array, and exchanges at either end of a check, that the audit shows
ROOM = 200  # values that it shows of one request or reply
LETTERS = 200  # of a text
_COUNT = "({} cells hold the answer; they ran in their order.)"


class Overdue(Exception):  # noqa: N818
    """The machine, not the answer, may be to blame: no verdict counts, and it is graded again."""


def grade_submission(
    student: str,
    notebooks: list[str],
    digest: str,
    exercises: list[str],
    seeds: list[int],
    course: str | None = None,
    sandboxed: bool = True,
    variants: str = "{}",
) -> dict[str, Any]:
    """One mark for each exercise, as JSON text under "marks", and notes; a unit of `sweep`.

    digest: of the notebooks' bytes, as `read_content` gives it; seeds: one for each exercise; variants: as
    JSON, the values of each exercise's parameters.
    Raises: Overdue; RuntimeError if the notebooks were changed meanwhile.
    """
    content = read_content(map(Path, notebooks))
    if content.digest != digest:
        raise RuntimeError(f"the notebooks of {student} were changed while they were graded")
    folder, values = Path(course) if course else None, json.loads(variants)
    marks = []
    for name, seed in zip(exercises, seeds, strict=True):
        marks.append(mark(load_exercise(name, folder, values.get(name)), content, seed, sandboxed))
    return {"marks": json.dumps(marks)}


def mark(
    exercise: Exercise,
    content: Content,
    seed: int,
    sandboxed: bool = True,
    limits: Limits | None = None,
) -> dict[str, Any]:
    """The verdicts on one answer: score, what the student reads, and the audit of every check.

    Raises: Overdue.
    """
    sources, answers = answer_cells(list(content.cells), exercise.name)
    if not answers:
        told = "The notebook holds no answer to it."
        return _mark(exercise, seed, status="no answer", sentence=told)
    with SandboxAnswer(sources, exercise.modules, limits, sandboxed) as answer:
        run = run_checks(exercise, answer, seed)
        if answer.overdue:
            raise Overdue(f"{exercise.name}: no reply within {answer.limits.wall:g} seconds")
    report = report_on(exercise, run, seed)
    status = "passed" if report.passed else "failed" if report.attempted else "not attempted"
    return _mark(
        exercise,
        seed,
        status=status,
        score=report.score,
        sentence=report.sentence,
        misconception=report.misconception or "",
        note=" ".join(filter(None, [report.remark, _COUNT.format(answers) if answers > 1 else ""])),
        checks=[_audited(outcome) for outcome in run.outcomes],
    )


def _mark(exercise: Exercise, seed: int, **found: Any) -> dict[str, Any]:
    blank = {"score": 0.0, "misconception": "", "note": "", "checks": []}
    told = {"exercise": exercise.name, "title": exercise.title, "points": exercise.points, "seed": seed}
    return {**told, **blank, **found}


def _audited(outcome: Outcome) -> dict[str, Any]:
    """A check: what was asked, what came back, and the verdict."""
    kept = [_exchange(exchange) for exchange in _ends(outcome.transcript)]
    told = {"check": outcome.title, "verdict": outcome.verdict, "sentence": outcome.sentence}
    return {**told, "exchanges": len(outcome.transcript), "shown": kept}


def _ends(transcript: tuple[Exchange, ...]) -> tuple[Exchange, ...]:
    return transcript if len(transcript) <= 2 * SHOWN else transcript[:SHOWN] + transcript[-SHOWN:]


def _exchange(exchange: Exchange) -> dict[str, Any]:
    return {"asked": _Short().of(exchange.request), "came": _Short().of(exchange.reply)}


class _Short:
    """A value as JSON can hold it, cut after `ROOM` things: an array by its first numbers and a hash of all,
    NaN as text."""

    def __init__(self):
        self.room = ROOM

    def of(self, value: Any) -> Any:
        self.room -= 1
        if isinstance(value, dict):
            kept = {self._text(key): self.of(member) for key, member in self._first(value.items())}
            return kept | ({"...": f"of {len(value)}"} if len(kept) < len(value) else {})
        if isinstance(value, list):
            kept = [self.of(member) for member in self._first(value)]
            return kept if len(kept) == len(value) else [*kept, f"and {len(value) - len(kept)} more"]
        if isinstance(value, np.ndarray):
            return _array(value)
        if isinstance(value, str):
            return self._text(value)
        return repr(value) if isinstance(value, float) and not np.isfinite(value) else value

    def _text(self, text: str) -> str:
        self.room -= min(len(text), LETTERS) // 20  # a long text takes the room of several numbers
        return text if len(text) <= LETTERS else text[:LETTERS] + "..."

    def _first(self, members: Iterable) -> Iterator:
        """The members, few of them, and none once the room is used up."""
        return itertools.takewhile(lambda _: self.room > 0, itertools.islice(members, 4 * SHOWN))


def _array(value: np.ndarray) -> dict[str, Any]:
    first = [n if np.isfinite(n) else repr(n) for n in value.ravel()[:SHOWN].tolist()]
    shown = {"array": first, "shape": list(value.shape), "dtype": str(value.dtype)}
    if value.size <= SHOWN:
        return shown
    return {**shown, "sha256": hashlib.sha256(np.ascontiguousarray(value).tobytes()).hexdigest()[:16]}
