"""Where the course lies, and the student's own copy of it.

The package can be installed anywhere; the chapters, labs and exercises lie in the course's folder, which is
where `git clone` put it. A student works in a folder of their own, `my/`, marked by a small file, so that
updates of the course and work in it never meet.

In this file: `course_folder`, `student_folder`, `start_chapters`, `serve_lab`.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

from simlib.validate import nearest

MARKER = ".simlib-student"
PARTS = ("book", "labs", "exercises")


def course_folder(start: Path | None = None) -> Path:
    """The folder that holds book/, labs/ and exercises/.

    SIMLIB_COURSE if it is set; else the nearest one upwards from `start` (the current folder without it);
    else the one around this package.

    Raises: FileNotFoundError if there is none.
    """
    given = os.environ.get("SIMLIB_COURSE")
    if given:
        if _is_course(Path(given)):
            return Path(given).resolve()
        raise FileNotFoundError(f"SIMLIB_COURSE must be a folder with {', '.join(PARTS)}; got {given}")
    here = Path(start or Path.cwd()).resolve()
    around_package = Path(__file__).resolve().parents[1]
    for folder in (here, *here.parents, around_package):
        if _is_course(folder):
            return folder
    raise FileNotFoundError(
        f"no course folder (with {', '.join(PARTS)}) in {here} or above: go to your clone of the course, "
        "or set SIMLIB_COURSE to it"
    )


def student_folder(start: Path | None = None) -> Path | None:
    """The nearest folder upwards from `start` that `start_chapters` made, or None."""
    here = Path(start or Path.cwd()).resolve()
    return next((folder for folder in (here, *here.parents) if (folder / MARKER).exists()), None)


def start_chapters(which: list[str] | None, target: Path) -> list[Path]:
    """Copy chapters to `target` and return the new files; a file that is there is never overwritten.

    which: beginnings of chapters' names, such as ["01"]; None copies all.

    Raises: LookupError for a chapter that does not exist, naming the nearest.
    """
    chapters = sorted((course_folder() / "book").glob("[0-9A]*_*.ipynb"))
    names = [path.stem for path in chapters]
    for word in which or []:
        if not any(name.startswith(word) for name in names):
            close = nearest(word, names) or names
            raise LookupError(f"chapter must be one of {', '.join(close)}; got {word}")
    target.mkdir(parents=True, exist_ok=True)
    (target / MARKER).touch()
    copied = []
    for path in chapters:
        wanted = not which or any(path.stem.startswith(word) for word in which)
        copy = target / path.name
        if wanted and not copy.exists():
            part = copy.with_name(f".{copy.name}.part")
            shutil.copyfile(path, part)
            os.replace(part, copy)
            copied.append(copy)
    return copied


def serve_lab(target: Path, port: int = 8888, browser: bool = True) -> int:
    """Copy the chapters to `target` and serve JupyterLab there until it is stopped; its exit code.

    Raises: FileNotFoundError if JupyterLab is not installed.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise FileNotFoundError("JupyterLab is not installed: run `pip install 'simlib[course]'` or `make lab`")
    copied = start_chapters(None, target)
    print(f"{len(copied)} chapters copied to {target}; opening http://localhost:{port}/lab", flush=True)
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={target.resolve()}"]
    command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0"]
    command += [] if browser else ["--no-browser"]
    # JupyterLab refuses to run as root without this; in a container or on a server that is who we are
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    try:
        return subprocess.call(command, env={**os.environ, "PATH": tools})
    except KeyboardInterrupt:
        return 0


def _is_course(folder: Path) -> bool:
    return all((folder / part).is_dir() for part in PARTS)
