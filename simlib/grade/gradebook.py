"""The marks of a class as a table: nbgrader's columns of `nbgrader export`, and five of our own.

A row whose answers ran without a sandbox is no mark: it can be looked at, but its columns have other names,
so that no gradebook takes it. A text that a spreadsheet would take for a formula gets a `'` in front.

In this file: `Row`, `Roster`, `read_roster`, `write_grades`, `write_whole`.
"""

from __future__ import annotations

import csv
import io
import os
import unicodedata
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import simlib
from simlib.grade.submission import plain_id

COLUMNS = ("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email")
COLUMNS += ("raw_score", "late_submission_penalty", "score", "max_score")
OWN = ("status", "note", "sandbox", "simlib", "edition")
SCORES = ("raw_score", "score")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
LONGEST = 500  # characters of a cell: Python's own reader refuses very long ones


@dataclass(frozen=True)
class Row:
    """One student's result. `score` is None where there is no mark: see `status` and `note`."""

    student: str
    score: float | None
    status: str  # "graded", "nothing to grade", "undecided" or "regrade"
    note: str = ""
    timestamp: str = ""


Roster = dict[str, dict[str, str]]  # student_id -> last_name, first_name, email


def read_roster(path: Path) -> Roster:
    """A CSV file with the columns student_id (or id), and if they are there last_name, first_name, email.

    Raises: ValueError for a file without ids, or with one that comes twice.
    """
    text = path.read_text(encoding="utf-8-sig")
    found: Roster = {}
    for line, row in enumerate(csv.DictReader(io.StringIO(text)), start=2):
        student = plain_id(row.get("student_id") or row.get("id") or "")
        if not student or student in found:
            got = f"{student} twice" if student else "none"
            raise ValueError(f"{path.name}, line {line}: wanted one student_id for each row; got {got}")
        found[student] = {
            name: (row.get(name) or "").strip() for name in ("last_name", "first_name", "email")
        }
    return found


def write_grades(
    path: Path,
    rows: Iterable[Row],
    assignment: str,
    points: float,
    edition: str,
    roster: Roster,
    sandboxed: bool,
) -> None:
    """Write the table, whole or not at all; the same rows give the same bytes."""
    table = io.StringIO()
    names = [f"unsafe_{name}" if name in SCORES and not sandboxed else name for name in (*COLUMNS, *OWN)]
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        person = roster.get(row.student, {})
        score = "" if row.score is None else f"{round(row.score, 4):g}"
        cells = [assignment, "", row.timestamp, row.student]
        cells += [person.get(name, "") for name in ("last_name", "first_name", "email")]
        cells += [score, "0.0" if score else "", score, f"{points:g}", row.status, row.note]
        cells += ["bubblewrap" if sandboxed else "none", simlib.__version__, edition]
        writer.writerow([_harmless(cell) for cell in cells])
    write_whole(path, table.getvalue())


def write_whole(path: Path, text: str) -> None:
    """Write a text file whole or not at all. Raises: OSError."""
    part = path.with_name(f".{path.name}.{uuid.uuid4().hex}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="replace", newline="\n")
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)


def _harmless(text: str) -> str:
    """What a spreadsheet shows and does not compute: one line, without what does not print, nor the `;` that
    separates cells where commas stand in numbers."""
    text = "".join(c if c.isprintable() else " " for c in text[:LONGEST]).replace(";", ",")
    return f"'{text}" if unicodedata.normalize("NFKC", text[:1]).startswith(FORMULA) else text
