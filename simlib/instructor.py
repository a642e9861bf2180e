"""The commands of `simlib` for those who teach: hand out, grade, and look at exercises.

In this file: `add_commands`; then the commands.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from simlib.exit_code import EXIT_FAILED, EXIT_REFUSED

Assignment = Annotated[str, typer.Argument(help="A chapter, or TOPIC/NAME,TOPIC/NAME.")]
Asked = Annotated[str, typer.Option("--assignment", "-a", help="A chapter, or TOPIC/NAME,TOPIC/NAME.")]
Exercises = Annotated[Path | None, typer.Option(help="Another folder of exercises, such as your own.")]
Label = Annotated[str | None, typer.Option(help="The assignment's name, if not the chapter's.")]
Names = Annotated[list[str] | None, typer.Argument(help="Exercises; all without one.")]
Submitted = Annotated[
    Path, typer.Argument(help="Submissions: ID.ipynb, ID/*.ipynb or ID/ASSIGNMENT/*.ipynb.")
]
Marks = Annotated[Path, typer.Option("--out", "-o", help="The marks; what else there is goes beside it.")]
Bundles = Annotated[Path, typer.Option("--out", "-o", help="The bundles go below it.")]
Jobs = Annotated[
    str,
    typer.Option("--jobs", "-j", help="Submissions at a time, or a Dask address; the marks are the same."),
]
Roster = Annotated[Path | None, typer.Option(help="CSV: student_id,last_name,first_name,email.")]
Given = Annotated[Path | None, typer.Option(help="variants.json, as `simlib release` kept it.")]
Wanted = Annotated[Path | None, typer.Option(help="CSV with student_id: a variant of one's own for each.")]
Secret = Annotated[
    str | None, typer.Option(help="What the inputs are drawn from; made up and kept without it.")
]
Unsafe = Annotated[
    bool, typer.Option("--unsafe-no-sandbox", help="Run the code as you. For code of your own; no marks.")
]
Seeds = Annotated[int, typer.Option(min=1, help="Try every file with so many seeds.")]
Clean = Annotated[int, typer.Option(min=0, help="And the right answer with so many, for bad luck.")]
UNSAFE = "WITHOUT A SANDBOX: the students' code can do whatever you can, and these are no marks."


def add_commands(app: typer.Typer) -> None:
    """Add the commands of this file to `app`."""
    examples = "Examples: simlib release 01 | simlib release 01_stochastic/ucb1_index_range --name quiz1"
    app.command(epilog=f"{examples} --variants class.csv")(release)
    examples = "Examples: simlib grade submitted -a 01 -o grades.csv -j 2"
    more = "simlib grade submitted -a 01_stochastic/ucb1_index_range -o quiz.csv --roster class.csv"
    app.command(epilog=f"{examples} | {more}")(grade)
    exercise = typer.Typer(help="For authors of exercises.", no_args_is_help=True)
    examples = "Examples: simlib exercise audit | simlib exercise audit 01_stochastic/NAME --clean 1000"
    exercise.command(epilog=examples)(audit)
    exercise.callback()(_authors)  # or the only command would stand for the group
    app.add_typer(exercise, name="exercise")


def _authors() -> None:
    """For authors of exercises."""


def release(
    assignment: Assignment,
    out: Bundles = Path("release"),
    name: Label = None,
    variants: Wanted = None,
    exercises: Exercises = None,
) -> None:
    """Make what students get: a notebook and practice checks, without answers and banks."""
    from simlib.grade.release import release as make

    made = make(assignment, out, name=name, exercises=exercises, roster=variants)
    for path in made:
        print(f"made {path}")
    if not made:
        print(f"nothing to make: {out} has it already")


def grade(
    folder: Submitted,
    assignment: Asked,
    out: Marks,
    jobs: Jobs = "1",
    roster: Roster = None,
    variants: Given = None,
    name: Label = None,
    exercises: Exercises = None,
    secret: Secret = None,
    unsafe_no_sandbox: Unsafe = False,
) -> None:
    """Grade a folder of submissions in a sandbox: marks, feedback pages, an audit, a summary.

    Exit 0 when everyone has a mark, 1 when somebody has not, 78 where there is no sandbox.
    """
    from simlib.cluster import workers
    from simlib.grade.grade import grade_folder
    from simlib.grade.sandbox import NoSandbox

    if unsafe_no_sandbox:
        print(UNSAFE, file=sys.stderr)
    given = {"name": name, "exercises": exercises, "variants": variants, "roster": roster, "secret": secret}
    try:
        with workers(jobs) as n_jobs:
            given |= {"sandboxed": not unsafe_no_sandbox, "n_jobs": n_jobs}
            graded = grade_folder(folder, assignment, out, **given)  # type: ignore[arg-type]
    except NoSandbox as error:
        print(f"simlib: {error}", file=sys.stderr)
        raise typer.Exit(EXIT_REFUSED) from None
    print(graded.summary, end="")
    if not graded.complete:
        raise typer.Exit(EXIT_FAILED)


def audit(names: Names = None, seeds: Seeds = 5, clean: Clean = 0, exercises: Exercises = None) -> None:
    """Grade the grader: wrong answers accepted, right ones refused, checks that nothing trips."""
    from simlib.exercise.bank import audit as audit_names
    from simlib.exercise.bank import audit_table, bad_luck
    from simlib.exercise.card import course_of, exercise_names

    course = course_of(exercises)
    rows = audit_names(names or None, course, seeds)
    print(audit_table(rows))
    unlucky = 0
    for name in (names or exercise_names(course)) if clean else []:
        refused = bad_luck(name, clean, course)
        unlucky += len(refused)
        print(
            f"{name}: right answer refused with {len(refused)} of {clean} seeds {refused[:5] or ''}".rstrip()
        )
    if unlucky or any(row.problem for row in rows):
        raise typer.Exit(EXIT_FAILED)
