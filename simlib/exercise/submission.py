"""Checking an answer from a file: a `.py`, or the notebook it was written in.

In a notebook an answer is the cells tagged for it (`cell.py`). They run alone, in order, in a fresh
namespace, so they hold their own imports. The code is the student's own and runs in this process; marks come
from the grader, which trusts nobody.

In this file: `check_file`.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from simlib.course import student_folder
from simlib.exercise.answer import LocalAnswer
from simlib.exercise.card import Exercise, load_exercise
from simlib.exercise.cell import answer_cells, code_cells, without_magics
from simlib.exercise.check import Report, judge, recorded
from simlib.exercise.host import error_sentence
from simlib.exercise.progress import own_folder
from simlib.exercise.rules import import_problems
from simlib.exercise.run import PUBLIC_SEED, execute, load_checks, title_of

ALONE = "Here an answer runs alone: import what it uses in its own cell."


def check_file(name: str, path: Path | str | None = None) -> Report:
    """The report on the answer to exercise `name` in a .py file or a notebook.

    path: None takes the chapter's notebook TOPIC.ipynb in the student's folder. The try is counted in the
    student's folder that the file lies in, if it lies in one.

    Raises: LookupError for an unknown exercise; FileNotFoundError; ValueError for a file of another kind
    or a notebook that holds no answer.
    """
    exercise = load_exercise(name)
    file = Path(path) if path else (own_folder() or Path("my")) / f"{name.split('/')[0]}.ipynb"
    return recorded(_report(exercise, _source(exercise, file)), student_folder(file.parent))


def _report(exercise: Exercise, source: str) -> Report:
    forbidden = _forbidden(exercise, source)
    if forbidden:
        return _stopped(exercise, forbidden)
    try:
        namespace = execute(source, f"answer:{exercise.name}")
    except NotImplementedError:
        return _stopped(exercise, "", attempted=False)
    except SyntaxError as error:
        return _stopped(exercise, f"Your answer is not Python: {error.msg} (line {error.lineno}).")
    except (Exception, SystemExit) as error:
        more = f" {ALONE}" if isinstance(error, NameError) else ""
        return _stopped(exercise, f"Your answer stops with {_own_lines(error)}.{more}")
    report = judge(exercise, LocalAnswer(namespace), PUBLIC_SEED)
    alone = report.attempted and "NameError" in report.sentence
    return replace(report, sentence=f"{report.sentence} {ALONE}") if alone else report


def _source(exercise: Exercise, path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(f"path must be a .py file or a notebook; {path} does not exist")
    if path.suffix not in (".py", ".ipynb"):
        raise ValueError(f"path must end in .py or .ipynb; got {path.name}")
    try:
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".py":
            return text
        sources, answers = answer_cells(code_cells(json.loads(text)), exercise.name)
    except (ValueError, RecursionError):
        raise ValueError(f"path must be readable as {path.suffix[1:]}; {path.name} is not") from None
    if not answers:
        raise ValueError(
            f"{path.name} holds no answer to {exercise.name}: "
            f"tag its cell `answer:{exercise.name}`, "
            f"or begin it with the line `# answer: {exercise.name}`"
        )
    return without_magics(sources)


def _forbidden(exercise: Exercise, source: str) -> str:
    try:
        problems = import_problems(source, exercise.modules)
    except (SyntaxError, ValueError, RecursionError):
        return ""  # running it will say what is wrong
    return f"Your answer {problems[0]}." if problems else ""


def _stopped(exercise: Exercise, sentence: str, attempted: bool = True) -> Report:
    verdict = "failed" if attempted else "not attempted"
    outcomes = tuple((title_of(check), verdict) for check in load_checks(exercise))
    return Report(exercise.name, exercise.points, outcomes, attempted, sentence)


def _own_lines(error: BaseException) -> str:
    """The error with its line; frames of this library are left out."""
    while error.__traceback__ and error.__traceback__.tb_frame.f_code.co_filename.endswith(
        ("submission.py", "run.py")
    ):
        error.__traceback__ = error.__traceback__.tb_next
    return error_sentence(error)
