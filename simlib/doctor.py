"""What is there, what is missing, and what to do about it: the command `simlib doctor`.

Nothing is imported to find out, since it may be missing: versions are read from the packages' metadata.

In this file: `Finding`, `doctor`, `report`, then one function for each kind of thing.
"""

from __future__ import annotations

import platform
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from simlib.course import course_folder

EXTRAS = {
    "": ("everything", "pip install -c constraints.txt -e ."),
    "course": ("working through the notebooks", "make lab"),
    "fast": ("the compiled engine", "pip install -c constraints.txt -e '.[fast]'"),
    "cluster": ("simulations on many machines", "pip install -c constraints.txt -e '.[cluster]'"),
    "dev": ("tests, notebooks from sources, the book", "make quick"),
}
PROGRAMS = {
    "git": ("updates, tests", "apt-get install git"),
    "make": ("make lab, make test", "apt-get install make"),
    "gcc": ("make bench", "apt-get install gcc libc6-dev"),
    "chromium": ("tests of the book's pages", "apt-get install chromium"),
    "bwrap": ("grading in a sandbox", "apt-get install bubblewrap"),
    "nvidia-smi": ("training on a GPU (nothing in the course needs one)", "nothing to do"),
}
LEAST_GIGABYTES = 3.0


@dataclass(frozen=True)
class Finding:
    """One thing looked for: was it there, what was found, what needs it, what to do if it is missing."""

    name: str
    ok: bool
    found: str
    needed_for: str
    what_to_do: str
    required: bool = False


def doctor() -> list[Finding]:
    """Everything that the course may need on this machine, the required first."""
    findings = [_python(), _course(), *_packages(), *_programs(), _disk()]
    return sorted(findings, key=lambda finding: not finding.required)


def report(findings: list[Finding]) -> str:
    """The findings as text: one line each, what to do below what is missing, a sentence at the end."""
    width = max(len(finding.name) for finding in findings)
    lines = []
    for finding in findings:
        mark = "ok     " if finding.ok else ("MISSING" if finding.required else "absent ")
        lines.append(f"{mark}  {finding.name:{width}}  {finding.found}")
        if not finding.ok:
            lines.append(f"{'':{width + 9}}  for {finding.needed_for}: {finding.what_to_do}")
    missing = [finding.name for finding in findings if finding.required and not finding.ok]
    lines.append(f"missing: {', '.join(missing)}" if missing else "All that the course needs is there.")
    return "\n".join(lines)


def _python() -> Finding:
    ok = sys.version_info >= (3, 11)
    todo = "install Python 3.11 or newer"
    return Finding("Python", ok, platform.python_version(), "everything", todo, required=True)


def _course() -> Finding:
    try:
        found, ok = str(course_folder()), True
    except FileNotFoundError:
        found, ok = "not found", False
    todo = "go to your clone of the course, or set SIMLIB_COURSE to it"
    return Finding("course folder", ok, found, "chapters, labs and exercises", todo, required=True)


def _packages() -> Iterator[Finding]:
    pinned = _constraints()
    try:
        requirements = requires("simlib") or []
    except PackageNotFoundError:  # run from its sources
        yield Finding("simlib", False, "not installed", *EXTRAS[""], required=True)
        return
    for requirement in requirements:
        name = re.match(r"[\w.-]+", requirement)
        extra = re.search(r"extra == ['\"](\w+)['\"]", requirement)
        group = extra.group(1) if extra else ""
        if name is None or group not in EXTRAS:
            continue
        purpose, todo = EXTRAS[group]
        key = name.group().lower().replace("_", "-")
        try:
            found, ok = version(key), True
        except PackageNotFoundError:
            found, ok = "not installed", False
        tested = pinned.get(key)
        if ok and tested and tested != found.split("+")[0]:
            found += f" (tested with {tested})"
        yield Finding(key, ok, found, purpose, todo, required=group == "")


def _constraints() -> dict[str, str]:
    """name -> the version that was tested, from constraints.txt; empty away from the course."""
    try:
        lines = (course_folder() / "constraints.txt").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    pairs = (re.match(r"([\w.-]+)==([^\s;]+)", line) for line in lines)
    return {pair[1].lower().replace("_", "-"): pair[2] for pair in pairs if pair}


def _programs() -> Iterator[Finding]:
    for name, (purpose, todo) in PROGRAMS.items():
        path = shutil.which(name)
        yield Finding(name, path is not None, path or "not found", purpose, todo)


def _disk() -> Finding:
    free = shutil.disk_usage(Path.cwd()).free / 1e9
    todo = "free some space before installing"
    return Finding("disk", free > LEAST_GIGABYTES, f"{free:.0f} GB free", "installing the course", todo)
