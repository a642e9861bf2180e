"""A student's own record: tries, hints and points of each exercise, in `progress.json` of their folder.

A student's folder is one that `simlib start` made. Anywhere else, in the course's own notebooks for
one, nothing is written. A record that cannot be read is moved aside and said so, never overwritten.

In this file: `Record`, `load_progress`, `own_folder`, `record_try`, `hint`, `solution`, `progress_table`.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from simlib.course import student_folder
from simlib.exercise.card import exercise_names, load_exercise
from simlib.report import Table

FILE = "progress.json"
TRIES_BEFORE_SOLUTION = 2
_NO_FOLDER = "This is not a student's folder (`simlib start` makes one), so nothing is remembered here."


@dataclass
class Record:
    """What is remembered of one exercise."""

    tries: int = 0
    hints: int = 0  # how many of the three were shown
    points: float = 0.0  # the best so far
    of: float = 0.0


def load_progress(folder: Path) -> tuple[dict[str, Record], str]:
    """The records by exercise, and a sentence if the file was broken and has been moved aside."""
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}, ""
    except UnicodeDecodeError:
        return {}, _move_aside(path)
    try:
        return {str(name): _record(row) for name, row in json.loads(text)["exercises"].items()}, ""
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}, _move_aside(path)


def own_folder() -> Path | None:
    """The student's folder that a command means: around the current folder, or else `my/` in it."""
    return student_folder() or student_folder(Path("my"))


def record_try(name: str, points: float, of: float, folder: Path | None) -> str:
    """Count a try and keep the best points. Returns a sentence if there is something to say, else "".

    folder: the student's; None writes nothing.
    """
    if folder is None:
        return ""
    records, note = load_progress(folder)
    record = records.setdefault(name, Record())
    record.tries += 1
    record.points, record.of = max(record.points, points), of
    return " ".join(filter(None, (note, _save(folder, records))))


def hint(name: str, number: int | None = None) -> str:
    """The next hint of an exercise, or hint `number` 1 to 3; which were shown is remembered.

    Raises: LookupError for an unknown exercise; ValueError for another number.
    """
    exercise = load_exercise(name)
    if number is not None and number not in (1, 2, 3):
        raise ValueError(f"number must be 1, 2 or 3; got {number!r}")
    folder = own_folder()
    records, note = load_progress(folder) if folder else ({}, "")
    record = records.setdefault(name, Record())
    shown = number or min(record.hints + 1, 3)
    last = "" if number or record.hints < 3 else "That was the last hint; here it is again."
    record.hints = max(record.hints, shown)
    if folder is None:
        last = "" if number else f"{_NO_FOLDER} Ask for a hint by its number: `simlib hint {name} 2`."
    else:
        note = " ".join(filter(None, (note, _save(folder, records))))
    body = f"Hint {shown} of 3: {exercise.hints[shown - 1]}"
    return "\n\n".join(filter(None, (body, last, note)))


def solution(name: str) -> str:
    """The reference answer with its reason, once there were two tries; before that, how many are missing.

    Raises: LookupError for an unknown exercise, or where the course came without its answers.
    """
    exercise = load_exercise(name)
    if not (exercise.folder / "answer.py").is_file():
        raise LookupError(f"the answer to {name} is not here: this assignment came without answers")
    folder = own_folder()
    records, note = load_progress(folder) if folder else ({}, "")
    missing = TRIES_BEFORE_SOLUTION - records.get(name, Record()).tries
    if missing <= 0:
        return exercise.source("answer.py")
    tries = "one more try" if missing == 1 else f"{missing} tries"
    sentence = f"The solution of {name} is shown after {tries}. `simlib hint {name}` helps on."
    return " ".join(filter(None, (sentence, note, _NO_FOLDER if folder is None else "")))


def progress_table() -> str:
    """Every exercise of the course with tries, hints and points so far, and the sum of the points."""
    folder = own_folder()
    if folder is None:
        return _NO_FOLDER
    records, note = load_progress(folder)
    rows, points, of = [], 0.0, 0.0
    for name in exercise_names():
        record, exercise = records.get(name, Record()), load_exercise(name)
        points, of = points + record.points, of + exercise.points
        rows.append(
            (
                name,
                record.tries,
                record.hints,
                f"{round(record.points, 2):g} of {exercise.points:g}",
            )
        )
    rows.append(("all", "", "", f"{round(points, 2):g} of {of:g}"))
    table = repr(Table(("exercise", "tries", "hints", "points"), rows))
    return "\n".join(filter(None, (table, note)))


def _record(row: dict) -> Record:
    record = Record(**row)
    for field in fields(Record):
        value = getattr(record, field.name)
        if type(value) not in (int, float) or not 0 <= value < 1e6:
            raise ValueError(field.name)
    return record


def _move_aside(path: Path) -> str:
    number = 1
    while (aside := path.with_name(f"{FILE}.broken{number}")).exists():
        number += 1
    path.rename(aside)
    return f"{FILE} could not be read; it is now {aside.name}, and counting starts anew."


def _save(folder: Path, records: dict[str, Record]) -> str:
    """Write to a temporary name and rename; a folder that cannot be written to costs a sentence only."""
    text = json.dumps({"exercises": {name: asdict(r) for name, r in sorted(records.items())}}, indent=1)
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=folder, prefix=f".{FILE}.")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        os.replace(temporary, folder / FILE)
    except OSError as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        return f"{FILE} could not be written ({error.strerror}); this is not remembered."
    return ""
