"""Grade a class: a folder of submissions in, marks, feedback and an audit out.

    grade_folder(Path("submitted"), "01", Path("grades.csv"), n_jobs=2)

`grades.csv` has a row for everyone. Beside it the folder `grades/` holds feedback/STUDENT.html, summary.txt,
audit.jsonl with all that was asked and answered, and, so that an interrupted run goes on where it stopped and
a second one gives the same marks, the work already done and the secret from which the checks draw their
random numbers.

In this file: `grade_folder`, `Graded`.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import simlib
from simlib.grade.assignment import Assignment, edition, find_assignment, seed_of
from simlib.grade.gradebook import Roster, Row, read_roster, write_grades, write_whole
from simlib.grade.judge import grade_submission
from simlib.grade.page import file_name, page
from simlib.grade.probe import check_sandbox
from simlib.grade.release import read_variants
from simlib.grade.submission import TWICE, Content, Submission, read_content, submissions
from simlib.grade.summary import summary
from simlib.sweep import Failure, sweep

NO_VARIANT = "no variant was given to this id"


@dataclass(frozen=True)
class Graded:
    """What came out: one row for everyone, in the order of ids, and the summary."""

    rows: list[Row]
    summary: str

    @property
    def complete(self) -> bool:
        """Whether everyone has a mark."""
        return all(row.score is not None for row in self.rows)


@dataclass(frozen=True)
class _Work:
    """One submission on its way."""

    submission: Submission
    content: Content
    unit: dict[str, Any] | None  # None where nothing can be graded


def grade_folder(
    folder: Path,
    assignment: str,
    out: Path,
    *,
    name: str | None = None,
    exercises: Path | None = None,
    variants: Path | None = None,
    roster: Path | None = None,
    secret: str | None = None,
    sandboxed: bool = True,
    n_jobs: int | None = None,
    progress: bool | None = None,
) -> Graded:
    """Grade everybody's submission in `folder`, and write `out` and the folder of its name beside it.

    assignment, name: see `find_assignment`; exercises: another folder of exercises; variants: the file in
    which `release` kept whose is whose; roster: a CSV file of ids and names, of whom those without a
    submission get a row too; secret: None for one that is made up at the first time and kept. n_jobs: of
    `sweep`; the marks do not depend on it.

    Raises: NoSandbox before anything is written; LookupError, OSError, ValueError for wrong arguments.
    """
    wanted = find_assignment(assignment, exercises, name)
    given = read_variants(variants, wanted) if variants else None
    people = read_roster(roster) if roster else {}
    found = submissions(folder, wanted.label, list(dict.fromkeys([wanted.label, *wanted.topics])))
    if sandboxed:
        foreign = [path for one in found[:1] for path in one.notebooks]
        check_sandbox([str(path.resolve()) for path in (wanted.exercises[0].folder, *foreign)])
    side = _prepared(out, folder)
    secret = secret or _kept_secret(side)
    work = [_begun(one, wanted, secret, sandboxed, given) for one in found]
    marks, failures = _judged(work, side / "work", edition(wanted), n_jobs, progress)
    rows = [_row(one, marks, failures) for one in work] + _absent(people, found)
    rows.sort(key=lambda row: row.student)
    told = _write(side, wanted, rows, marks)
    write_grades(out, rows, wanted.label, wanted.points, edition(wanted), people, sandboxed)
    return Graded(rows, told)


def _prepared(out: Path, folder: Path) -> Path:
    """The folder beside `out`, made, and known to be writable. Raises: OSError, ValueError."""
    if out.suffix != ".csv":
        raise ValueError(f"the marks must go to a file that ends in .csv; got {out}")
    side = out.with_suffix("")
    if side.resolve() == folder.resolve() or folder.resolve() in side.resolve().parents:
        raise ValueError(f"the marks must not go into the folder of submissions; got {out}")
    side.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(PermissionError):  # it may have been there, and be somebody else's
        side.chmod(0o700)
    (side / "feedback").mkdir(exist_ok=True)
    write_whole(
        side / "README.txt", f"Marks by simlib {simlib.__version__}. Private: names, marks, and the secret.\n"
    )
    return side


def _kept_secret(side: Path) -> str:
    """The secret of this folder, made up once, whole or not at all."""
    path, part = side / "secret.txt", side / f".secret.{secrets.token_hex(8)}.part"
    if not path.exists():
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_hex(16))
        with contextlib.suppress(FileExistsError):  # another run was faster
            os.link(part, path)
        part.unlink()
    return path.read_text(encoding="ascii").strip()


def _begun(
    submission: Submission,
    wanted: Assignment,
    secret: str,
    sandboxed: bool,
    given: dict[str, dict] | None,
) -> _Work:
    """The submission, read, and what the judge needs to know of it."""
    if given is not None and submission.student not in given and not submission.problem:
        submission = replace(submission, notebooks=(), problem=NO_VARIANT)
    content = read_content(submission.notebooks)
    if submission.problem or not content.cells:
        return _Work(submission, replace(content, cells=()), None)
    unit = {
        "student": submission.student,
        "notebooks": [str(path.resolve()) for path in submission.notebooks],
        "digest": content.digest,
        "exercises": [exercise.name for exercise in wanted.exercises],
        "seeds": [seed_of(secret, exercise) for exercise in wanted.exercises],
        "course": str(wanted.course),
        "sandboxed": sandboxed,
        "variants": json.dumps((given or {}).get(submission.student, {}), sort_keys=True),
    }
    return _Work(submission, replace(content, cells=()), unit)  # a class's cells would fill the memory


def _judged(
    work: list[_Work], folder: Path, code: str, n_jobs: int | None, progress: bool | None
) -> tuple[dict[str, list], dict[str, Failure]]:
    """Student -> marks, and student -> failure, of all that can be graded; what is done lies in `folder`."""
    units = [one.unit for one in work if one.unit]
    try:
        done = sweep(grade_submission, units, folder, n_jobs=n_jobs, progress=progress, code=code)
    except BrokenProcessPool:  # the machine ended one of our own: what is missing, one by one
        done = sweep(grade_submission, units, folder, n_jobs=1, progress=progress, code=code)
    marks = {row["student"]: json.loads(row["marks"]) for row in done.rows}
    return marks, {failure.arguments["student"]: failure for failure in done.failures}


def _row(work: _Work, marks: dict[str, list], failures: dict[str, Failure]) -> Row:
    student, time = work.submission.student, work.submission.timestamp
    notes = [*work.submission.notes, *work.content.notes]
    notes += [
        f"made for release {stamp}, graded by {simlib.__version__}"
        for stamp in work.content.stamps
        if stamp != simlib.__version__
    ]
    if work.submission.problem in (TWICE, NO_VARIANT):
        return Row(student, None, "undecided", work.submission.problem)
    if student in failures:
        failure = failures[student]
        told = (
            failure.message
            if failure.type == "Overdue"
            else f"the grader stopped: {failure.type}: {failure.message}"
        )
        return Row(student, None, "regrade", " | ".join([*notes, told]), time)
    if student not in marks:
        told = [work.submission.problem] if work.submission.problem else []
        told += ["it has no cells of code"] * (not told and not notes)
        return Row(student, 0.0, "nothing to grade", " | ".join([*notes, *told]), time)
    return Row(student, sum(mark["score"] for mark in marks[student]), "graded", " | ".join(notes), time)


def _absent(people: Roster, found: list[Submission]) -> list[Row]:
    """Who is on the roster and handed nothing in."""
    there = {submission.student for submission in found}
    return [
        Row(student, 0.0, "nothing to grade", "nothing was handed in")
        for student in people
        if student not in there
    ]


def _write(side: Path, wanted: Assignment, rows: list[Row], marks: dict[str, list]) -> str:
    """The audit, the pages and the summary, which is returned."""
    lines = []
    for row in rows:
        own = marks.get(row.student, [])
        text = page(row.student, wanted.label, row.score, wanted.points, row.note, own)
        write_whole(side / "feedback" / file_name(row.student), text)
        lines += [json.dumps(line) for mark in own for line in _audit(row.student, mark)]
    write_whole(side / "audit.jsonl", "".join(f"{line}\n" for line in lines))
    told = summary(wanted.label, wanted.points, rows, list(marks.values()), wanted.course)
    write_whole(side / "summary.txt", told)
    return told


def _audit(student: str, mark: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """One line for each check of one answer; one line where there was no answer."""
    told = {name: mark[name] for name in ("exercise", "seed", "status", "score", "points", "misconception")}
    nothing = {
        "check": "",
        "verdict": mark["status"],
        "sentence": mark["sentence"],
        "exchanges": 0,
        "shown": [],
    }
    for check in mark["checks"] or [nothing]:
        yield {"student": student, **told, **check}
