"""Where the course lies, and the student's own copy of it.

The package can be installed anywhere; the chapters, labs and exercises lie in the course's folder, which is
where `git clone` put it. A student works in a folder of their own, `my/`, marked by a small file, so that
updates of the course and work in it never meet.

In this file: `course_folder`, `student_folder`, `start_chapters`, `outdated`, `serve_lab`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

# simlib.validate is imported where it is used, because it needs numpy: `simlib doctor`, which must say that
# numpy is missing, comes through this file.

MARKER = ".simlib-student"
PARTS = ("book", "labs", "exercises")
RELEASE = ".simlib-release"  # marks an assignment that was handed out: it has exercises only
CITED = re.compile(r"\{cite(?::\w+)?\}`([^`]+)`")


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
    """Copy chapters and the labs they link to `target`; return the new files. None is ever overwritten.

    which: beginnings of chapters' names, such as ["01"]; None copies all. Links between the copies hold, and
    they come without outputs, so that one can guess before one runs.

    Raises: LookupError for a chapter that does not exist, naming the nearest; ValueError if `target` or
    a folder above it is a file.
    """
    from simlib.validate import nearest

    chapters = sorted((course_folder() / "book").glob("[0-9A]*_*.ipynb"))
    names = [path.stem for path in chapters]
    for word in which or []:
        if not any(name.startswith(word) for name in names):
            close = nearest(word, names) or names or ["those in book/, where none is"]
            raise LookupError(f"chapter must be one of {', '.join(close)}; got {word}")
    for path in (target, *target.parents):
        if path.is_file():
            raise ValueError(f"the folder for your copies must be a folder; got the file {path}")
    target.mkdir(parents=True, exist_ok=True)
    (target / MARKER).touch()  # what was copied is written there at the end
    wanted = [path for path in chapters if not which or any(path.stem.startswith(w) for w in which)]
    pairs = {copy: source for path in wanted for source, copy in _copies(path, target)}
    new = {copy: source for copy, source in pairs.items() if not os.path.lexists(copy)}
    for copy, source in new.items():
        copy.parent.mkdir(parents=True, exist_ok=True)
        part = copy.with_name(f".{copy.name}.part")
        part.write_text(student_text(source), encoding="utf-8", newline="\n")
        os.replace(part, copy)
    _remember(target, {copy.relative_to(target).as_posix(): _hash(source) for copy, source in new.items()})
    return list(new)


def outdated(target: Path) -> list[Path]:
    """The copies in a student's folder of which the course now has another edition."""
    kept = _remembered(target)
    chapters = sorted((course_folder() / "book").glob("[0-9A]*_*.ipynb"))
    now = {copy: source for path in chapters for source, copy in _copies(path, target)}
    names = {copy: copy.relative_to(target).as_posix() for copy in now if copy.exists()}
    return [copy for copy, name in names.items() if name in kept and kept[name] != _hash(now[copy])]


def _remembered(target: Path) -> dict[str, str]:
    """Copy -> hash of what it was copied from; empty if nobody can tell."""
    try:
        kept = json.loads((target / MARKER).read_text(encoding="utf-8") or "{}")
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _remember(target: Path, new: dict[str, str]) -> None:
    if new:
        text = json.dumps({**_remembered(target), **new}, indent=1, sort_keys=True)
        part = target / f"{MARKER}.part"
        part.write_text(text + "\n", encoding="utf-8")
        os.replace(part, target / MARKER)


def _hash(path: Path) -> str:
    """Of what a student sees of a file."""
    return hashlib.sha256(student_text(path).encode()).hexdigest()[:16]


def student_text(path: Path) -> str:
    """A file's text for the copy: a notebook loses its outputs, and its links and citations are made to hold.

    book/01.ipynb becomes 01.ipynb, labs/KEY/lab.ipynb stays where it is; a citation of Auer2002 becomes
    Auer (2002).
    """
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    notebook["metadata"].pop("simlib", None)  # hashes of what was executed
    text = json.dumps(notebook, indent=1, ensure_ascii=False).replace("](../labs/", "](labs/")
    return CITED.sub(_named, text.replace("](../../book/", "](../../")) + "\n"


def _named(found: re.Match) -> str:
    from simlib.sources import SOURCES

    known = [SOURCES.get(key.strip()) for key in found[1].split(",")]
    return "; ".join(f"{s.authors[0].split()[-1]} ({s.year})" for s in known if s and s.authors)


def _copies(chapter: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """A chapter and all of the labs that it links, each with the place of its copy."""
    yield chapter, target / chapter.name
    labs = chapter.parents[1] / "labs"
    for key in sorted(
        set(re.findall(r"\]\(\.\./labs/(\w+)/lab\w*\.ipynb", chapter.read_text(encoding="utf-8")))
    ):
        for path in sorted([*labs.glob("*.md"), *labs.glob(f"{key}/*.py"), *labs.glob(f"{key}/lab*.ipynb")]):
            yield path, target / "labs" / path.relative_to(labs)


def newer(copy: Path) -> str:
    """The sentence about a copy that is `outdated`."""
    return f"kept {copy}; the course has a newer one: rename yours, and run `simlib start` again"


def serve_lab(target: Path, port: int = 8888, browser: bool = True) -> int:
    """Copy the chapters to `target` and serve JupyterLab there until it is stopped; its exit code.

    Ctrl-C or a termination signal stops the server and its kernels.

    Raises: FileNotFoundError without JupyterLab or without a course; ValueError if the port is taken.
    """
    if importlib.util.find_spec("jupyterlab") is None:
        raise FileNotFoundError(
            "JupyterLab is not installed: run `pip install 'simlib[course]'` or `make lab`"
        )
    _check_port(port)
    copied = start_chapters(None, target)
    environment = _lab_environment()
    address = f"http://localhost:{port}/lab?token={environment['JUPYTER_TOKEN']}"
    notebooks = sum(path.suffix == ".ipynb" for path in copied)
    for path in outdated(target):
        print(newer(path))
    print(
        f"{notebooks} notebooks copied to {target}; JupyterLab is at {address} (Ctrl-C twice stops it)",
        flush=True,
    )
    command = [sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={target.resolve()}"]
    command += [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--log-level=WARN"]
    # nothing is fetched from the network: neither news nor a look for a newer version
    command += ["--LabApp.news_url=None", "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate"]
    command += [] if browser else ["--no-browser"]
    # JupyterLab refuses to run as root without this; in a container or on a server that is who we are
    command += ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return _run_to_its_end(command, environment)


def _lab_environment() -> dict[str, str]:
    """Jupyter finds its own parts and the course, also where the environment is not activated."""
    bin_folder = str(Path(sys.executable).parent)
    share = str(Path(sys.prefix) / "share" / "jupyter")
    return {
        **os.environ,
        "PATH": os.pathsep.join([bin_folder, os.environ.get("PATH", "")]),
        "JUPYTER_PATH": os.pathsep.join(filter(None, [share, os.environ.get("JUPYTER_PATH")])),
        "JUPYTER_PREFER_ENV_PATH": "1",
        "JUPYTER_TOKEN": os.environ.get("JUPYTER_TOKEN") or secrets.token_hex(24),
        "SIMLIB_COURSE": str(course_folder()),
    }


def _check_port(port: int) -> None:
    """Raises: ValueError if another program listens there."""
    from simlib.validate import check_int

    check_int("port", port, 1, 65535)
    with socket.socket() as probe:
        probe.settimeout(1)
        if probe.connect_ex(("127.0.0.1", port)) == 0:
            raise ValueError(
                f"port must be free; got {port}, where another program listens: try --port {port + 1}, "
                f"or make lab PORT={port + 1}"
            )


def _run_to_its_end(command: list[str], environment: dict[str, str]) -> int:
    """Run a server; a signal to us stops it, and we wait until it has put its own processes away."""
    if threading.current_thread() is not threading.main_thread():  # only there may a handler be set
        return subprocess.run(command, env=environment).returncode
    before = [(number, signal.getsignal(number)) for number in (signal.SIGINT, signal.SIGTERM)]
    # Ctrl-C reaches the server too, which may ask whether to stop. A KeyboardInterrupt here could lose its
    # exit code, and a signal that is ignored, not caught, would be ignored by the server as well.
    signal.signal(signal.SIGINT, lambda *_: None)
    try:
        with subprocess.Popen(command, env=environment) as server:
            signal.signal(signal.SIGTERM, lambda *_: server.terminate())
            return server.wait()
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _is_course(folder: Path) -> bool:
    released = (folder / RELEASE).is_file() and (folder / "exercises").is_dir()
    return released or all((folder / part).is_dir() for part in PARTS)
