"""The folder of submissions: whose is what, and what can be read of it.

    DIR/bob.ipynb   or   DIR/bob/*.ipynb   or   DIR/bob/ASSIGNMENT/*.ipynb, which is nbgrader's way

Everything in DIR counts as somebody's submission, whatever it is called and whatever it is, so that nobody is
left out: what cannot be read becomes a sentence. Links are not followed, nothing but plain files is opened,
and only so much of them is read. Names beginning with a dot are the system's and do not count.

In this file: `Submission`, `submissions`, `plain_id`, `Content`, `read_content`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from simlib.exercise.cell import Cell, code_cells

STAMP = "simlib_release"  # in a notebook's metadata
TWICE = "two submissions have this id: keep one"
MOST_BYTES = 20 * 2**20  # of one notebook
MOST_FILES = 1000  # in one student's folder


@dataclass(frozen=True)
class Submission:
    """One student's: the notebooks to read, and why there are none."""

    student: str
    notebooks: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()  # for the instructor and the student
    problem: str = ""  # why nothing can be graded; empty if something can
    collected: bool = False  # by nbgrader, which keeps the time beside the notebook

    @property
    def timestamp(self) -> str:
        """When it was handed in, UTC: as nbgrader wrote it down, or the newest notebook's time; or ""."""
        for folder in {path.parent for path in self.notebooks} if self.collected else ():
            with contextlib.suppress(OSError, ValueError):
                text = _read(folder / "timestamp.txt", 200).decode().strip().removesuffix(" UTC")
                return str(datetime.fromisoformat(text).replace(tzinfo=None))
        with contextlib.suppress(OSError, ValueError, OverflowError):  # a file may claim any year
            newest = max(os.lstat(path).st_mtime for path in self.notebooks)
            return str(datetime.fromtimestamp(int(newest), UTC).replace(tzinfo=None))
        return ""


def submissions(folder: Path, assignment: str, topics: list[str]) -> list[Submission]:
    """Everybody's, by id. An id that comes twice is nobody's: both are told, and neither is graded.

    topics: the chapters whose notebooks are wanted, such as ["01_stochastic"].
    Raises: FileNotFoundError, NotADirectoryError for a folder that is none.
    """
    wanted = [f"{topic}.ipynb" for topic in topics]
    found = [_submission(Path(entry), assignment, wanted) for entry in sorted(os.scandir(folder), key=_name)]
    found = [submission for submission in found if submission is not None]
    times = Counter(submission.student for submission in found)
    return [replace(s, notebooks=(), problem=TWICE) if times[s.student] > 1 else s for s in found]


def plain_id(text: str) -> str:
    """A student's id as everybody sees it: letters composed, no blanks around it, all of it printable.

    Two ids that look the same would otherwise be two people, or one in the roster and another in the folder.
    """
    composed = unicodedata.normalize("NFC", text)
    seen = (c for c in composed if unicodedata.category(c) != "Cf")  # signs of no width
    return "".join(c if c.isprintable() else " " for c in seen).strip()


@dataclass(frozen=True)
class Content:
    """What was read of a submission: code cells, notes on them, a hash of the bytes, and release stamps."""

    cells: tuple[Cell, ...]
    notes: tuple[str, ...]
    digest: str
    stamps: tuple[str, ...]


def read_content(notebooks: Iterable[Path]) -> Content:
    """The notebooks' code cells. Never raises on account of what is in them."""
    cells: list[Cell] = []
    notes: list[str] = []
    stamps: list[str] = []
    seen = hashlib.sha256()
    for path in notebooks:
        try:
            raw = _read(path, MOST_BYTES)
            seen.update(raw)
            notebook = json.loads(raw)
            cells += code_cells(notebook)
            stamps += _stamp(notebook)
        except OSError as error:
            notes.append(f"{path.name} cannot be read: {error.args[-1]}")
        except (ValueError, RecursionError, MemoryError):
            notes.append(f"{path.name} is not a notebook")
    return Content(tuple(cells), tuple(notes), seen.hexdigest(), tuple(stamps))


def _stamp(notebook: dict) -> list[str]:
    """The version that `simlib release` wrote into it."""
    metadata = notebook.get("metadata")
    stamp = metadata.get(STAMP) if isinstance(metadata, dict) else None
    version = stamp.get("version") if isinstance(stamp, dict) else None
    return [version[:40]] if isinstance(version, str) and version.isprintable() else []


def _name(entry: os.DirEntry) -> str:
    return entry.name


def _submission(path: Path, assignment: str, wanted: list[str]) -> Submission | None:
    if path.name.startswith("."):
        return None
    student = plain_id(path.name.removesuffix(".ipynb")) or "(no name)"
    mode = os.lstat(path).st_mode
    if stat.S_ISREG(mode):
        problem = "" if path.suffix == ".ipynb" else "not a notebook"
        return Submission(student, () if problem else (path,), problem=problem)
    if not stat.S_ISDIR(mode):
        return Submission(student, problem="a link or a device, which is not followed")
    inner = path / assignment
    collected = stat.S_ISDIR(_mode(inner))
    return replace(_from_folder(student, inner if collected else path, wanted), collected=collected)


def _from_folder(student: str, folder: Path, wanted: list[str]) -> Submission:
    """The notebooks with the chapters' names; or the only one that there is, with a note."""
    plain = list(_plain_notebooks(folder))
    named = [path for path in plain if path.name in wanted]
    if named:
        others = [path.name for path in plain if path.name not in wanted]
        notes = [f"{', '.join(others)} was not looked at"] * bool(others)
        return Submission(student, tuple(named), tuple(notes))
    names = " or ".join(wanted)
    if len(plain) == 1:
        return Submission(student, tuple(plain), (f"{plain[0].name} was taken for {names}",))
    if plain:
        return Submission(student, problem=f"{len(plain)} notebooks, and none is called {names}")
    return Submission(student, problem="no notebook was handed in")


def _plain_notebooks(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(list(entries)[:MOST_FILES], key=_name):
            wanted = entry.name.endswith(".ipynb") and not entry.name.startswith(".")
            if wanted and entry.is_file(follow_symlinks=False):
                yield Path(entry.path)


def _mode(path: Path) -> int:
    with contextlib.suppress(OSError, ValueError):
        return os.lstat(path).st_mode
    return 0


def _read(path: Path, most: int) -> bytes:
    """A plain file's bytes. Raises: OSError for anything else, and for more than `most`."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("it is no plain file")
        raw = file.read(most + 1)
    if len(raw) > most:
        raise OSError(f"it is larger than {most // 2**20} MiB")
    return raw
