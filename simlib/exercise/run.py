"""Running an exercise's checks on an answer: what was passed, and what was said between the two.

The judge for practice and the judge for marks both come through `run_checks`; they differ in the
answer they hand in (this process or a sandbox) and in the seed (public or secret).

In this file: `Outcome`, `Run`, `run_checks`, `run_check`, `run_source`, `load_checks`,
`namespace_of`, `execute`.
"""

from __future__ import annotations

import functools
import linecache
from collections.abc import Callable
from dataclasses import dataclass

from simlib.exercise.answer import Answer, AnswerError, Exchange, LocalAnswer, NotAttempted
from simlib.exercise.card import Exercise
from simlib.exercise.expect import CheckFailed
from simlib.rng import stream

PUBLIC_SEED = 1
CHECK_STOPPED = "the check could not use what your answer returned"
Check = Callable[..., None]


@dataclass(frozen=True)
class Outcome:
    """One check: its public name, "passed", "failed" or "not attempted", and why it failed."""

    title: str
    verdict: str
    sentence: str
    transcript: tuple[Exchange, ...]


@dataclass(frozen=True)
class Run:
    """The outcomes of all checks of one exercise for one answer and seed, in the file's order."""

    outcomes: tuple[Outcome, ...]

    @property
    def passed(self) -> bool:
        return all(outcome.verdict == "passed" for outcome in self.outcomes)

    @property
    def attempted(self) -> bool:
        """False where every check that was reached met NotImplementedError."""
        return any(outcome.verdict != "not attempted" for outcome in self.outcomes)

    @property
    def first_failed(self) -> Outcome | None:
        return next((outcome for outcome in self.outcomes if outcome.verdict != "passed"), None)


def run_checks(exercise: Exercise, answer: Answer, seed: int) -> Run:
    """Run every check of `exercise` on `answer`; each has a stream of its own from `seed`."""
    return Run(tuple(run_check(exercise, check, answer, seed) for check in load_checks(exercise)))


def run_source(exercise: Exercise, file: str, seed: int) -> Run:
    """Run the checks on a file of the exercise's own folder: stub, reference or bank."""
    return run_checks(exercise, LocalAnswer(namespace_of(exercise, file)), seed)


def load_checks(exercise: Exercise) -> list[Check]:
    """The functions `check_*` of checks.py, in the file's order."""
    namespace = namespace_of(exercise, "checks.py")
    checks: list[Check] = [value for key, value in namespace.items() if key.startswith("check_")]  # type: ignore
    if not checks:
        raise ValueError(f"exercises/{exercise.name}/checks.py must define functions check_*; it has none")
    return checks


def namespace_of(exercise: Exercise, file: str) -> dict[str, object]:
    """What a file of the exercise's own folder defines."""
    return execute(exercise.source(file), f"{exercise.name}/{file}")


def execute(source: str, filename: str) -> dict[str, object]:
    """The namespace after running the source; tracebacks show its lines."""
    lines = source.splitlines(keepends=True)
    linecache.cache[filename] = (len(source), None, lines, filename)
    namespace: dict[str, object] = {"__name__": "answer"}
    exec(_compiled(source, filename), namespace)
    return namespace


@functools.lru_cache(maxsize=256)
def _compiled(source: str, filename: str):
    return compile(source, filename, "exec", dont_inherit=True)


def title_of(check: Check) -> str:
    """A check's public name, the first line of its docstring."""
    return (check.__doc__ or check.__name__).strip().splitlines()[0].rstrip(".")


def run_check(exercise: Exercise, check: Check, answer: Answer, seed: int) -> Outcome:
    """Run one check on `answer`, with its own stream from `seed`; nothing the answer does gets further."""
    start = len(answer.transcript)
    rng = stream(seed, f"exercise/{exercise.name}/{check.__name__}")
    verdict, sentence = "passed", ""
    try:
        check(answer, rng)
    except NotAttempted as error:
        verdict, sentence = "not attempted", str(error)
    except (CheckFailed, AnswerError) as error:
        verdict, sentence = "failed", str(error)
    except Exception as error:  # the check met something it did not foresee; no answer may stop the judge
        verdict, sentence = "failed", f"{CHECK_STOPPED} ({type(error).__name__})"
    return Outcome(title_of(check), verdict, sentence, tuple(answer.transcript[start:]))
