"""The command `simlib`: lessons, checks, claims and a look at the machine; `instructor.py` has the rest.

Each command is a thin shell around a function of the layer below it. Exit codes: `exit_code.py`.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Annotated

import typer

import simlib
from simlib.exit_code import EXIT_FAILED, EXIT_INTERRUPTED, EXIT_USAGE
from simlib.instructor import add_commands

app = typer.Typer(
    name="simlib",
    help="From bandits to RLHF: open the course, check your answers, run the claims.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _show_version(value: bool) -> None:
    if value:
        print(f"simlib {simlib.__version__}")
        raise typer.Exit()


@app.callback()
def _simlib(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """From bandits to RLHF: open the course, check your answers, run the claims."""


def _exercise_completion(incomplete: str) -> list[str]:
    from simlib.exercise.card import exercise_names

    return [name for name in exercise_names() if name.startswith(incomplete)]


def _lab_completion(incomplete: str) -> list[str]:
    from simlib.lab import lab_keys

    return [key for key in lab_keys() if key.startswith(incomplete)]


Name = Annotated[
    str, typer.Argument(help="An exercise, such as 01_stochastic/NAME.", autocompletion=_exercise_completion)
]


@app.command(epilog="Example: simlib lab --port 8890 --no-browser")
def lab(
    folder: Annotated[Path | None, typer.Option(help="Your copy of the chapters; my without it.")] = None,
    port: Annotated[int, typer.Option(help="Port of the server.")] = 8888,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
) -> None:
    """Copy chapters and labs to my/ (never over your work) and open JupyterLab there."""
    from simlib.course import serve_lab
    from simlib.exercise.progress import own_folder

    raise typer.Exit(serve_lab(folder or own_folder() or Path("my"), port, browser))


@app.command(epilog="Example: simlib start 01")
def start(
    chapters: Annotated[list[str] | None, typer.Argument(help="Such as 01; all without one.")] = None,
    folder: Annotated[Path | None, typer.Option(help="Where the copies go; my without it.")] = None,
) -> None:
    """Copy chapters and their labs to my/. What is there already is left alone."""
    from simlib.course import newer, outdated, start_chapters
    from simlib.exercise.progress import own_folder

    target = folder or own_folder() or Path("my")
    copied = start_chapters(chapters or None, target)
    for path in copied:
        print(f"copied {path}")
    if not copied:
        print(f"nothing to copy: {target} has these chapters already")
    for path in outdated(target):
        print(newer(path))


@app.command(epilog="Example: simlib check 01_stochastic/ucb1_index_range my/01_stochastic.ipynb")
def check(
    name: Name,
    file: Annotated[
        Path | None, typer.Argument(help="A notebook or .py; my/NN_topic.ipynb without one.")
    ] = None,
) -> None:
    """Check your answer in a notebook, with feedback."""
    from simlib.exercise.submission import check_file

    report = check_file(name, file)
    print(report)
    if not report.passed:
        raise typer.Exit(EXIT_FAILED)


@app.command(epilog="Example: simlib hint 01_stochastic/ucb1_index_range")
def hint(
    name: Name,
    number: Annotated[int | None, typer.Argument(help="1, 2 or 3; the next one without it.")] = None,
) -> None:
    """The next hint for an exercise: there are three, each says more."""
    from simlib.exercise.progress import hint as next_hint

    print(next_hint(name, number))


@app.command(epilog="Example: simlib solution 01_stochastic/ucb1_index_range")
def solution(name: Name) -> None:
    """The reference answer and its reason, after two tries of your own."""
    from simlib.exercise.progress import solution as show_solution

    print(show_solution(name))


@app.command()
def progress() -> None:
    """Your points, tries and hints so far."""
    from simlib.exercise.progress import progress_table

    print(progress_table())


@app.command(
    epilog="Examples: simlib claims slivkins | simlib claims slivkins/ucb1_rate --blocks 20 --seed random"
    " | simlib claims slivkins/ucb1_rate --set n_arms=4"
)
def claims(
    keys: Annotated[
        list[str] | None,
        typer.Argument(help="Labs or LAB/CLAIM; all without one.", autocompletion=_lab_completion),
    ] = None,
    blocks: Annotated[int, typer.Option(min=1, help="Repeat on so many fresh seeds.")] = 1,
    seed: Annotated[str, typer.Option(help="A number, or 'random'.")] = "0",
    size: Annotated[str | None, typer.Option(help="quick, course or paper.")] = None,
    set_: Annotated[list[str] | None, typer.Option("--set", help="NAME=VALUE, changes the world.")] = None,
    json: Annotated[bool, typer.Option("--json", help="One JSON object per line.")] = False,
    jobs: Annotated[
        str, typer.Option("--jobs", "-j", help="Processes, or a Dask address; the result is the same.")
    ] = "1",
) -> None:
    """Measure the claims of a lab beside their ablations; exit 0 when all come out as expected."""
    from simlib.cluster import workers
    from simlib.lab import claims_command

    def say(text: str) -> None:
        print(text, end="", flush=True)

    with workers(jobs) as n_jobs:
        _, code = claims_command(keys or [], blocks, seed, size, set_ or [], json, n_jobs=n_jobs, say=say)
    raise typer.Exit(code)


@app.command(epilog="Example: simlib cite simlib.bandit.ucb1.UCB1")
def cite(name: Annotated[str, typer.Argument(help="A module, class or function of simlib.")]) -> None:
    """The papers behind a function."""
    from simlib.sources import cite as cite_object

    print(cite_object(_find_object(name)))


@app.command()
def doctor() -> None:
    """What is there, what is missing, and what to do about it."""
    from simlib.doctor import doctor as findings
    from simlib.doctor import report

    found = findings()
    print(report(found))
    if any(not finding.ok and finding.required for finding in found):
        raise typer.Exit(EXIT_FAILED)


def _find_object(name: str) -> object:
    """The object of a dotted name: the longest part that is a module, then attributes."""
    import importlib
    import importlib.util

    parts = name.split(".")
    if parts[0] != "simlib":
        raise LookupError(f"name must begin with simlib, such as simlib.bandit.ucb1.UCB1; got {name}")
    for cut in range(len(parts), 0, -1):
        try:
            found: object = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            if not hasattr(found, part):
                raise LookupError(f"name must be something in {'.'.join(parts[:cut])}; got {name}")
            found = getattr(found, part)
        return found
    raise LookupError(f"name must be a module, class or function of simlib; got {name}")


add_commands(app)


def main(arguments: list[str] | None = None) -> None:
    """Run the command; what went wrong is said in one sentence on stderr."""
    for out in (sys.stdout, sys.stderr):  # a terminal without some letter shows a question mark, no traceback
        if isinstance(out, io.TextIOWrapper):
            out.reconfigure(errors="replace")
    try:
        app(args=arguments)
    except (ValueError, LookupError, OSError) as error:
        # str() of a KeyError quotes its text; args[0] does not
        text = error.args[0] if isinstance(error, LookupError) and error.args else error
        print(f"simlib: {text}", file=sys.stderr)
        sys.exit(EXIT_USAGE)
    except (KeyboardInterrupt, SystemExit) as end:
        if (
            isinstance(end, SystemExit) and end.code != EXIT_INTERRUPTED
        ):  # which is what Typer makes of Ctrl-C
            raise
        print("simlib: interrupted", file=sys.stderr)
        sys.exit(EXIT_INTERRUPTED)


if __name__ == "__main__":
    main()
