"""Hand out an assignment: a notebook and practice checks, without answers and without banks.

    release("01", Path("release"))                               one folder for all
    release("01", Path("release"), roster=Path("class.csv"))     one for each student, in a variant of its own

A chapter's own notebook is taken where the assignment is the whole chapter; else a sheet with the exercises
alone is written. Everything carries the version it was made with. With a roster the instructor's file
variants.json says which values whom was given: keep it, `simlib grade --variants` needs it.

In this file: `release`, `sheet`, `read_variants`, `variant_of`.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from pathlib import Path
from typing import Any

import simlib
from simlib.course import RELEASE, student_text
from simlib.exercise.card import Exercise
from simlib.grade.assignment import Assignment, find_assignment
from simlib.grade.gradebook import read_roster, write_whole
from simlib.grade.page import file_name
from simlib.grade.submission import STAMP

VARIANTS = "variants.json"
HELLO = """# {label}

Open `{notebook}` in JupyterLab (type `jupyter lab` in this folder), answer in the cells that are there for
it, and run the cells below them: they say what is right. The same in a terminal:

    simlib check {example} {notebook}
    simlib hint {example}

Hand in `{notebook}`. Made by simlib {version}.
"""


def release(
    text: str,
    target: Path,
    *,
    name: str | None = None,
    exercises: Path | None = None,
    roster: Path | None = None,
) -> list[Path]:
    """Write the bundles of assignment `text` below `target`: one for each student of `roster`, or one.

    Each is written whole or not at all, and what is there already is left alone. Returns the new ones.

    Raises: LookupError, ValueError, OSError; FileExistsError for variants made for another assignment.
    """
    wanted = find_assignment(text, exercises, name)
    folder = target / wanted.label
    if roster is None:
        return _bundled(wanted, folder)
    people = read_roster(roster)
    kept = _kept_variants(folder / VARIANTS, wanted)
    values = {
        student: {e.name: variant_of(kept["secret"], student, e) for e in wanted.exercises}
        for student in people
    }
    kept["values"] = {**values, **kept["values"]}
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / VARIANTS, json.dumps(kept, indent=1, sort_keys=True) + "\n")
    made: list[Path] = []
    for student in people:
        made += _bundled(wanted.in_variant(kept["values"][student]), folder / file_name(student, ""))
    return made


def sheet(assignment: Assignment) -> dict[str, Any]:
    """A notebook with the assignment's exercises: task, the cell to answer in, the cell that checks."""
    cells = [_markdown(f"# {assignment.label}")]
    for exercise in assignment.exercises:
        name, answers = exercise.name, exercise.answers
        effort = (
            f"*About {exercise.minutes} minutes, {exercise.points:g} points. Hints: `simlib hint {name}`*"
        )
        further = f"**Further.** {exercise.further}"
        cells.append(_markdown(f"## {exercise.title}\n\n{effort}\n\n{exercise.prompt}\n\n{further}"))
        cells.append(_code(f"# answer: {name}\n{exercise.stub.strip()}", f"answer:{name}"))
        several = ", ".join(f"{answer!r}: {answer}" for answer in answers)
        given = f"{{{several}}}" if len(answers) > 1 else several.split(": ")[1]
        cells.append(_code(f'from simlib.exercise.check import check\n\ncheck("{name}", {given})'))
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    language = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    return {"cells": cells, "metadata": language, "nbformat": 4, "nbformat_minor": 5}


def read_variants(path: Path, assignment: Assignment) -> dict[str, dict[str, dict]]:
    """Student -> exercise -> values, from an instructor's variants.json.

    Raises: ValueError for another file, and for another assignment's.
    """
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        label, values = kept["assignment"], kept["values"]
    except (ValueError, KeyError, TypeError):
        raise ValueError(f"variants must be a {VARIANTS} of `simlib release`; got {path}") from None
    if label != assignment.label:
        raise ValueError(f"variants must be those of {assignment.label}; got those of {label}")
    return values


def variant_of(secret: str, student: str, exercise: Exercise) -> dict[str, Any]:
    """A student's values of the exercise's parameters; the same secret gives the same."""
    found = {}
    for name, values in exercise.parameters:
        digest = hashlib.sha256(f"{secret}/{student}/{exercise.name}/{name}".encode()).digest()
        found[name] = values[int.from_bytes(digest[:8], "big") % len(values)]
    return found


def _kept_variants(path: Path, wanted: Assignment) -> dict[str, Any]:
    """What an earlier release of the same assignment gave, or a new secret."""
    if not path.exists():
        return {
            "assignment": wanted.label,
            "secret": secrets.token_hex(16),
            "version": simlib.__version__,
            "values": {},
        }
    read_variants(path, wanted)
    return json.loads(path.read_text(encoding="utf-8"))


def _bundled(wanted: Assignment, folder: Path) -> list[Path]:
    """One bundle, unless it is there."""
    if folder.exists():
        return []
    part = folder.with_name(f".{folder.name}.{secrets.token_hex(6)}.part")
    try:
        _write(wanted, part)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return [folder]


def _write(wanted: Assignment, folder: Path) -> None:
    for exercise in wanted.exercises:
        own = folder / "exercises" / exercise.name
        own.mkdir(parents=True)
        for file in ("card.md", "stub.py", "checks.py"):
            (own / file).write_text(exercise.source(file), encoding="utf-8", newline="\n")
    chapter = wanted.course / "book" / f"{wanted.label}.ipynb"
    whole = wanted.is_chapter and chapter.is_file() and not any(e.parameters for e in wanted.exercises)
    notebook = json.loads(student_text(chapter)) if whole else sheet(wanted)
    stamp = {"assignment": wanted.label, "version": simlib.__version__}
    notebook["metadata"][STAMP] = stamp
    name, example = f"{wanted.label}.ipynb", wanted.exercises[0].name
    (folder / name).write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (folder / RELEASE).write_text(json.dumps(stamp) + "\n", encoding="utf-8")
    hello = HELLO.format(label=wanted.label, notebook=name, example=example, version=simlib.__version__)
    (folder / "README.md").write_text(hello, encoding="utf-8")


def _markdown(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(source: str, *tags: str) -> dict[str, Any]:
    metadata = {"tags": list(tags)} if tags else {}
    return {
        "cell_type": "code",
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }
