"""Naming the misconception: an answer that behaves like a known wrong answer gets that one's sentence.

Each `bank/wrong_*.py` is a wrong answer that people really give; its docstring is the sentence that
helps. The known wrong answers are run with the same seed, and whoever says the same things in the
same exchanges has, as far as anyone can see, made the same mistake. Whoever does so in the first check that
fails, and is alone in it, may have. Otherwise the check speaks for itself.

In this file: `same_transcript`, `identify`, `resemble`, `misconception`, `unchanged`, `head_start`,
`sentence_of`.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Sequence

import numpy as np

from simlib.exercise.answer import Exchange, LocalAnswer
from simlib.exercise.card import Exercise
from simlib.exercise.run import Outcome, Run, load_checks, namespace_of, run_check

TOLERANCE = 1e-9  # relative and absolute: the same formula written differently rounds differently


def same_transcript(a: Sequence[Exchange], b: Sequence[Exchange]) -> bool:
    """Whether two transcripts have the same requests and, up to rounding, the same replies."""
    return len(a) == len(b) and all(_same_exchange(x, y) for x, y in zip(a, b, strict=True))


def identify(run: Run, files: Sequence[str], outcome_of: Callable[[str, int], Outcome]) -> str | None:
    """The first file among `files` that does in all checks as this run does, or None.

    outcome_of(file, i) is how the file fares at check i.
    """
    places = range(len(run.outcomes))
    near = _alike(run, files, outcome_of)
    return next(
        (f for f in near if all(same_outcome(run.outcomes[i], outcome_of(f, i)) for i in places)), None
    )


def resemble(run: Run, files: Sequence[str], outcome_of: Callable[[str, int], Outcome]) -> str | None:
    """The only file that fails the first failed check as this run does, or None.

    A guess: the answer may have this mistake and another, or one that this check cannot tell from it.
    """
    near = _alike(run, files, outcome_of)
    return near[0] if len(near) == 1 else None


def _alike(run: Run, files: Sequence[str], outcome_of: Callable[[str, int], Outcome]) -> list[str]:
    """The files that fare like this run at the first check that it failed."""
    if run.first_failed is None:
        return []
    place = run.outcomes.index(run.first_failed)
    return [file for file in files if same_outcome(run.first_failed, outcome_of(file, place))]


def same_outcome(a: Outcome, b: Outcome) -> bool:
    """Whether a check ended in the same way after the same exchanges."""
    return a.verdict == b.verdict and same_transcript(a.transcript, b.transcript)


def misconception(exercise: Exercise, run: Run, seed: int) -> tuple[str | None, bool]:
    """The bank file, "bank/wrong_log10.py", that behaves as this answer does, and whether that is sure.

    Not sure is what only `resemble`s it; (None, False) if nothing does.
    Cost: one check, the first that failed, for each wrong answer of the bank.
    """
    files, outcome_of = exercise.bank("wrong_"), _outcomes(exercise, seed)
    same = identify(run, files, outcome_of)
    return (same, True) if same else (resemble(run, files, outcome_of), False)


def unchanged(exercise: Exercise, run: Run, seed: int) -> bool:
    """Whether the answer behaves in all checks exactly as the stub does, a planted mistake included."""
    stub = _outcomes(exercise, seed)
    order = sorted(range(len(run.outcomes)), key=lambda i: run.outcomes[i] is not run.first_failed)
    return all(same_outcome(run.outcomes[i], stub("stub.py", i)) for i in order)


def head_start(exercise: Exercise, seed: int) -> int:
    """How many checks an answer passes that does nothing: the stub or a `bank/idle_*.py`, the one with more.

    An idle answer knows the shapes and no more. What it passes shows nothing, and earns nothing.
    """
    outcome_of, places = _outcomes(exercise, seed), range(len(load_checks(exercise)))
    files = ["stub.py", *exercise.bank("idle_")]
    return max(sum(outcome_of(file, i).verdict == "passed" for i in places) for file in files)


def sentence_of(exercise: Exercise, file: str) -> str:
    """The docstring of a file of the bank, as one line of text."""
    docstring = ast.get_docstring(ast.parse(exercise.source(file))) or ""
    return " ".join(docstring.split())


def _outcomes(exercise: Exercise, seed: int) -> Callable[[str, int], Outcome]:
    """How a file of the exercise fares at one check; nothing is run before it is asked for."""
    texts = exercise.source("checks.py")

    def outcome_of(file: str, place: int) -> Outcome:
        return _outcome(exercise, seed, file, place, texts + exercise.source(file))

    return outcome_of


@functools.lru_cache(maxsize=256)  # a class is graded with the same seed
def _outcome(exercise: Exercise, seed: int, file: str, place: int, _texts: str) -> Outcome:
    answer = LocalAnswer(namespace_of(exercise, file))
    return run_check(exercise, load_checks(exercise)[place], answer, seed)


def _same_exchange(a: Exchange, b: Exchange) -> bool:
    """Objects are numbered in the order of their making, which may differ and does not count."""
    new = a.request["verb"] == "new" and "value" in a.reply and "value" in b.reply
    asked = all(_same(a.request[key], b.request[key]) for key in ("verb", "name"))
    if not asked or not (new or _same_reply(a.reply, b.reply)):
        return False
    return all(_same(a.request[key], b.request[key]) for key in ("args", "kwargs"))


def _same_reply(a: dict, b: dict) -> bool:
    """Values agree up to rounding; problems agree in kind and in text, but for the line it happened on."""
    if "value" in a and "value" in b:
        return _same(a["value"], b["value"]) and a.get("changed") == b.get("changed")
    return a.get("problem") == b.get("problem") and _without_line(a) == _without_line(b)


def _without_line(reply: dict) -> str:
    return reply.get("sentence", "").split(" (line ")[0]


def _same(a: object, b: object) -> bool:
    """Equality of plain data; numbers and arrays up to TOLERANCE, whatever their precision."""
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.shape == b.shape and (np.array_equal(a, b) or _close(a, b))
    if isinstance(a, int | float) and isinstance(b, int | float):
        return a == b or _close(a, b)
    if type(a) is not type(b):
        return False
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(_same(x, y) for x, y in zip(a, b, strict=True))
    return a == b


def _close(a, b) -> bool:
    return bool(np.isclose(a, b, rtol=TOLERANCE, atol=TOLERANCE, equal_nan=True).all())
