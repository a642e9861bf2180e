"""The audit: every exercise's grader is graded with answers whose verdict is known.

The reference and every `bank/ok_*.py` must pass; every `bank/wrong_*.py` must fail and be recognised as
itself, or as the file its docstring names in a line `Same as: wrong_other.py`. Answers by people who saw only
card and stub lie untouched in `bank/unseen_ok_*.py` and `bank/unseen_wrong_*.py`: they need only pass, and
fail. The stub must count as not attempted; nothing that a student reads may hold a line of the answer; and an
answer cannot be had by calling simlib. All over several seeds, because for marks the seed is secret.

In this file: `Row`, `audit`, `audit_table`, `untripped`, `bad_luck`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import simlib
from simlib.exercise.card import Exercise, exercise_names, load_exercise
from simlib.exercise.feedback import identify, sentence_of, unchanged
from simlib.exercise.rules import checks_problems, definitions, import_problems, leaks
from simlib.exercise.run import CHECK_STOPPED, PUBLIC_SEED, Run, run_source
from simlib.report import Table

MIN_WRONG, MIN_OK = 6, 3


@dataclass(frozen=True)
class Row:
    """One file of one exercise, or one house rule, and what is wrong with it."""

    exercise: str
    subject: str  # "answer.py", "bank/wrong_log10.py", "house rules"
    seeds: int
    problem: str  # empty when all is well


def audit(
    names: list[str] | None = None,
    course: Path | None = None,
    seeds: int = 5,
    first: int | None = None,
) -> list[Row]:
    """One row for each file of the named exercises (None: all) and one for the house rules.

    seeds: how many, `first` (None: the public seed) and the following.

    Raises: LookupError for an unknown exercise; ValueError for a malformed one.
    Cost: seeds x files runs of an exercise's checks.
    """
    start = PUBLIC_SEED if first is None else first
    rows = []
    for name in names or exercise_names(course):
        exercise = load_exercise(name, course)
        variants = _variants(exercise)
        ways = [load_exercise(name, course, variants[i % len(variants)]) for i in range(seeds)]
        runs = [_runs(way, start + i) for i, way in enumerate(ways)]
        for file in runs[0]:
            problem = next(filter(None, (_problem(exercise, file, known) for known in runs)), "")
            rows.append(Row(name, file, seeds, problem))
        rows.append(Row(name, "house rules", seeds, "; ".join(_house(exercise, runs[0], start))))
    return rows


def audit_table(rows: list[Row]) -> Table:
    """What to print: a line for each exercise, and one for each problem."""
    lines = []
    for name in dict.fromkeys(row.exercise for row in rows):
        own = [row for row in rows if row.exercise == name]
        bad = [row for row in own if row.problem]
        counts = [sum(row.subject.startswith(p) for row in own) for p in ("bank/wrong_", "bank/ok_")]
        lines.append(
            (
                name,
                f"{counts[0]} wrong, {counts[1]} right",
                f"{len(bad)} problems" if bad else "in order",
            )
        )
        lines += [("", row.subject, row.problem) for row in bad]
    return Table(("exercise", "bank", "verdict"), lines)


def _variants(exercise: Exercise) -> list[dict]:
    """Variants of the exercise in which every value of every parameter comes once at least."""
    most = max((len(values) for _, values in exercise.parameters), default=1)
    return [{name: values[i % len(values)] for name, values in exercise.parameters} for i in range(most)]


def _runs(exercise: Exercise, seed: int) -> dict[str, Run]:
    kinds = ("ok_", "wrong_", "idle_", "unseen_")
    files = ["stub.py", "answer.py", *(file for kind in kinds for file in exercise.bank(kind))]
    return {file: run_source(exercise, file, seed) for file in files}


def _problem(exercise: Exercise, file: str, runs: dict[str, Run]) -> str:
    """What is wrong with one file, given the runs of all files with one seed."""
    run = runs[file]
    if any(CHECK_STOPPED in outcome.sentence for outcome in run.outcomes):
        return f"a check stops: {run.first_failed.sentence}"  # type: ignore[union-attr]
    if file == "stub.py":
        return "" if not run.attempted or not run.passed else "passes, although it is unanswered"
    if not file.startswith(("bank/wrong_", "bank/idle_", "bank/unseen_wrong_")):
        return "" if run.passed else f"refused: {run.first_failed.sentence}"  # type: ignore[union-attr]
    if run.passed:
        return "accepted, although it is wrong"
    if file.startswith(("bank/idle_", "bank/unseen_")):
        return ""  # nobody promised to know its mistake by name
    said = identify(run, exercise.bank("wrong_"), lambda name, place: runs[name].outcomes[place])
    return "" if said in (file, _same_as(exercise, file)) else f"taken for {said}"


def _same_as(exercise: Exercise, file: str) -> str | None:
    """The file that this one's docstring declares to behave the same."""
    sentence = sentence_of(exercise, file)
    return f"bank/{sentence.split('Same as: ')[1].split()[0]}" if "Same as: " in sentence else None


def _house(exercise: Exercise, runs: dict[str, Run], seed: int) -> Iterator[str]:
    """What breaks the house rules, apart from verdicts."""
    wrong, ok = exercise.bank("wrong_"), exercise.bank("ok_")
    if len(wrong) < MIN_WRONG or len(ok) < MIN_OK:
        want, got = f"{MIN_WRONG} wrong and {MIN_OK} right", f"{len(wrong)} and {len(ok)}"
        yield f"the bank must hold {want}; got {got}"
    yield from (f"checks.py: {problem}" for problem in checks_problems(exercise.source("checks.py")))
    for file in ("stub.py", "answer.py", *ok, *wrong):
        yield from (
            f"{file} {problem}" for problem in import_problems(exercise.source(file), exercise.modules)
        )
    yield from (
        f"{file} needs a docstring" for file in ("answer.py", *wrong) if not sentence_of(exercise, file)
    )
    if "simlib" in exercise.modules:
        yield "modules must not hold simlib, or an answer may just call it"
    exported = definitions(Path(simlib.__file__).parent) & set(exercise.answers)
    yield from (f"simlib exports {name}: ask for a variation" for name in sorted(exported))
    stub = runs["stub.py"]
    if stub.attempted and not unchanged(exercise, stub, seed):
        yield "stub.py counts as attempted"
    yield from (
        f"no wrong answer of the bank fails the check {title!r}" for title in untripped(exercise, runs)
    )
    yield from (f"tells a line of the answer: {line}" for line in _leaks(exercise, runs))


def untripped(exercise: Exercise, runs: dict[str, Run]) -> list[str]:
    """The checks that no wrong answer of the bank fails: nobody knows whether they work."""
    failed = {
        o.title for file in exercise.bank("wrong_") for o in runs[file].outcomes if o.verdict != "passed"
    }
    return [outcome.title for outcome in runs["answer.py"].outcomes if outcome.title not in failed]


def bad_luck(name: str, runs: int, course: Path | None = None, first: int | None = None) -> list[int]:
    """The seeds, among `runs` of them, with which the exercise's own answer is refused.

    A check that counts random events refuses a right answer with probability at most FALSE_ALARM of
    `expect.py`, and any other never does: of 1000 runs none should be here.
    Raises: LookupError. Cost: `runs` runs of the exercise's checks.
    """
    exercise = load_exercise(name, course)
    start = PUBLIC_SEED if first is None else first
    seeds = range(start, start + runs)
    return [seed for seed in seeds if not run_source(exercise, "answer.py", seed).passed]


def _leaks(exercise: Exercise, runs: dict[str, Run]) -> list[str]:
    """Lines of the answer in what a student reads: card, the bank's sentences, and the checks' own."""
    texts = [exercise.title, exercise.prompt, *exercise.hints, exercise.further]
    texts += [sentence_of(exercise, file) for file in exercise.bank("wrong_")]
    texts += [outcome.sentence for run in runs.values() for outcome in run.outcomes]
    return leaks(exercise.source("answer.py"), exercise.stub, texts)
