"""`check("01_stochastic/NAME", f)`: what is right, what is not, and which misconception is behind it.

    check("01_stochastic/ucb1_index_range", ucb1_index_range)

In practice the checks run in the student's own kernel, with a public seed. For marks the grader
runs the same checks from a process of its own; a kernel that has been tampered with only deceives
its owner.

In this file: `Report`, `check`, `judge`, `report_on`.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from simlib.course import student_folder
from simlib.exercise.answer import Answer, LocalAnswer
from simlib.exercise.card import Exercise, load_exercise
from simlib.exercise.feedback import head_start, misconception, sentence_of, unchanged
from simlib.exercise.progress import record_try
from simlib.exercise.run import PUBLIC_SEED, Run, run_checks

_MARKS = {"passed": "pass", "failed": "FAIL", "not attempted": "todo"}


@dataclass(frozen=True)
class Report:
    """What a check found. It prints as text and in a notebook; the same answer gives the same text."""

    name: str
    points: float  # what there is to gain
    outcomes: tuple[tuple[str, str], ...]  # (public name of the check, verdict)
    attempted: bool
    sentence: str = ""  # what to think about next; empty when all is passed
    misconception: str | None = None  # the bank's file that behaves the same
    note: str = ""  # about the student's folder, not about the answer
    head_start: int = 0  # checks that an answer passes which does nothing; counted where one failed

    @property
    def passed(self) -> bool:
        return self.attempted and all(verdict == "passed" for _, verdict in self.outcomes)

    @property
    def score(self) -> float:
        """points * (passed - head_start) / (checks - head_start), at least 0."""
        hits = sum(verdict == "passed" for _, verdict in self.outcomes)
        if not self.attempted or hits <= self.head_start:
            return 0.0
        return self.points * (hits - self.head_start) / (len(self.outcomes) - self.head_start)

    @property
    def remark(self) -> str:
        """Why passed checks may earn nothing; empty where there is nothing to explain."""
        if not self.head_start or not self.attempted or self.passed:
            return ""
        if self.head_start == 1:
            return "(One check is passed by an answer that does nothing, and earns nothing.)"
        return f"({self.head_start} checks are passed by an answer that does nothing, and earn nothing.)"

    @property
    def headline(self) -> str:
        if not self.attempted:
            return f"{self.name}: not attempted"
        return f"{self.name}: {round(self.score, 2):g} of {self.points:g} points"

    def __repr__(self) -> str:
        marks = [f"  {_MARKS[verdict]}  {title}" for title, verdict in self.outcomes if self.attempted]
        return "\n".join([self.headline, *marks, *filter(None, (self.sentence, self.remark, self.note))])

    def _repr_html_(self) -> str:
        marks = [
            f"<li><b>{_MARKS[verdict]}</b> {html.escape(title)}</li>"
            for title, verdict in self.outcomes
            if self.attempted
        ]
        rows = f"<ul>{''.join(marks)}</ul>" if marks else ""
        told = "".join(
            f"<p>{html.escape(text)}</p>" for text in (self.sentence, self.remark, self.note) if text
        )
        return f"<p><b>{html.escape(self.headline)}</b></p>{rows}{told}"


def check(name: str, obj: object, *, seed: int | None = None) -> Report:
    """Check an answer to exercise `name` and say what to think about next.

    obj: the function or class, or a dict from names to them where the exercise asks for several;
    seed int >= 0 of the random inputs, None for the public one. In a student's folder the try is
    written to progress.json; anywhere else nothing is written.

    Raises: LookupError for an unknown exercise; ValueError for an obj of another kind.
    """
    exercise = load_exercise(name)
    answer = LocalAnswer(_by_name(exercise, obj))
    report = judge(exercise, answer, PUBLIC_SEED if seed is None else seed)
    return recorded(report, student_folder())


def judge(exercise: Exercise, answer: Answer, seed: int) -> Report:
    """The report on an answer, wherever its code runs; writes nothing."""
    return report_on(exercise, run_checks(exercise, answer, seed), seed)


def report_on(exercise: Exercise, run: Run, seed: int) -> Report:
    """What to say about a run of the checks with this seed."""
    if not run.attempted:
        return _report(exercise, run, attempted=False)
    if run.passed:
        return _report(exercise, run)
    if unchanged(exercise, run, seed):
        told = "It still behaves exactly like the code handed out."
        return _report(exercise, run, attempted=False, sentence=told)
    wrong, sure = misconception(exercise, run, seed)
    free = head_start(exercise, seed)
    if wrong and sure:
        told = sentence_of(exercise, wrong)
        return _report(exercise, run, sentence=told, misconception=wrong, head_start=free)
    assert run.first_failed is not None
    told = _whole(run.first_failed.sentence)
    told += f" Perhaps this is it: {sentence_of(exercise, wrong)}" if wrong else ""
    return _report(exercise, run, sentence=told, head_start=free)


def recorded(report: Report, folder: Path | None) -> Report:
    """The report, after the try was written to the student's progress if there is a student's folder."""
    if not report.attempted:
        return report
    note = record_try(report.name, report.score, report.points, folder)
    return report if not note else Report(**{**vars(report), "note": note})


def _report(exercise: Exercise, run: Run, attempted: bool = True, **told) -> Report:
    outcomes = tuple((outcome.title, outcome.verdict) for outcome in run.outcomes)
    return Report(exercise.name, exercise.points, outcomes, attempted, **told)


def _by_name(exercise: Exercise, obj: object) -> dict[str, object]:
    wanted = " and ".join(exercise.answers)
    if isinstance(obj, dict):
        missing = [name for name in exercise.answers if name not in obj]
        if missing:
            raise ValueError(f"obj must hold {wanted}; got no {missing[0]}")
        return {name: obj[name] for name in exercise.answers}
    if len(exercise.answers) > 1:
        raise ValueError(f"obj must be a dict with {wanted}; got one {type(obj).__name__}")
    if not callable(obj):
        own = type(obj).__module__ == "__main__"
        hint = " (give the class itself, not an object of it)" if own else ""
        raise ValueError(f"obj must be the function or class {wanted}; got a {type(obj).__name__}{hint}")
    return dict.fromkeys(exercise.answers, obj)


def _whole(sentence: str) -> str:
    """The sentence with a capital and a full stop, unless it begins with a name."""
    sentence = sentence if sentence.endswith((".", "?", "!", ")")) else sentence + "."
    word = sentence.split(" ")[0]
    return sentence if "_" in word or word != word.lower() else sentence[0].upper() + sentence[1:]
