"""The sandbox: bubblewrap around a Python that sees its own library, the allowed modules, and nothing else.

Inside there is no network, no process but this one, no file that can be written, and of the files that can
be read none but Python's, the allowed packages' and the worker's own. The user is one without rights: as
root a number of its own for every sandbox, as a plain user yourself in a namespace of your own. The kernel
refuses what is left over (`seccomp.py`), and the worker limits itself (`worker.confine`). `probe.py` tries
all of this out before anything is graded.

In this file: `NoSandbox`, `Limits`, `available`, `start`, `start_bare`, `first_line`.
"""

from __future__ import annotations

import functools
import importlib.metadata
import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import simlib
from simlib.grade.seccomp import seccomp_filter

INSIDE = "/judge"  # where the worker's own files lie
OWN = ("__init__.py", "exercise/__init__.py", "exercise/cell.py", "exercise/host.py", "exercise/plain.py")
OWN += ("exercise/rules.py", "grade/__init__.py", "grade/wire.py", "grade/worker.py", "grade/probe.py")
ENVIRONMENT = {"PATH": "/", "HOME": "/", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
ENVIRONMENT |= {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}
_ticket = itertools.count()


class NoSandbox(Exception):  # noqa: N818
    """This machine cannot keep a student's code in; the message says why."""


@dataclass(frozen=True)
class Limits:
    """What one answer to one exercise may use. CPU time counts, so a busy machine refuses nobody."""

    memory: int = 2 * 2**30  # bytes of address space
    seconds: int = 20  # of CPU, in one process
    seconds_a_call: int = 10  # of CPU, for one request
    threads: int = 32
    wall: float = 60.0  # seconds without a reply; then it is the grader's fault, and is graded again
    reply: int = 48 * 2**20  # bytes of one reply
    replies: int = 256 * 2**20  # bytes of all replies together: the judge keeps them


def available() -> None:
    """Raises: NoSandbox, with the reason, where bubblewrap cannot be had."""
    if sys.platform != "linux":
        raise NoSandbox(
            "marks need the sandbox bubblewrap, which is for Linux: use Linux, or WSL 2 on Windows"
        )
    if shutil.which("bwrap") is None:
        raise NoSandbox("marks need the sandbox bubblewrap, which is missing: apt-get install bubblewrap")
    try:
        seccomp_filter()
    except OSError as error:
        raise NoSandbox(str(error)) from None


def start(modules: Sequence[str], script: str = "grade/worker.py") -> subprocess.Popen:
    """A fresh sandbox in which `script`, one of this package's files, runs with pipes to it.

    modules: top-level modules that exist inside, besides Python's own and NumPy. Killing the process that is
    returned ends all that is inside. Cost: some 15 ms of its own, and starting Python.

    Raises: OSError if it cannot be started.
    """
    given = [_memory(seccomp_filter()), _memory("\0".join(_arguments(tuple(modules))).encode())]
    command = ["bwrap", "--seccomp", str(given[0]), "--args", str(given[1])]
    command += [python(), "-s", "-S", "-P", "-B", f"{INSIDE}/simlib/{script}"]
    try:
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        return subprocess.Popen(
            command,
            stdin=pipe,
            stdout=pipe,
            stderr=nowhere,
            pass_fds=given,
            start_new_session=True,
            bufsize=0,
        )
    finally:
        for descriptor in given:
            os.close(descriptor)


def python() -> str:
    """The interpreter, without the links of a virtual environment."""
    return os.path.realpath(sys.executable)


def start_bare(modules: Sequence[str], script: str = "grade/worker.py") -> subprocess.Popen:
    """The same without a sandbox, for code that one trusts: it can do whatever you can."""
    pipe, nowhere, own = subprocess.PIPE, subprocess.DEVNULL, Path(simlib.__file__).parent / script
    command = [python(), "-s", "-S", "-P", "-B", str(own)]
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=nowhere, env=ENVIRONMENT, start_new_session=True, bufsize=0
    )


def first_line(modules: Sequence[str], limits: Limits, sandboxed: bool = True) -> dict[str, Any]:
    """What a script inside must know before anything else: where the packages are, and its limits."""
    inside = INSIDE if sandboxed else str(Path(simlib.__file__).parents[1])
    path = [inside, *dict.fromkeys(str(path.parent) for path in _package_files(tuple(modules)))]
    most = {name: getattr(limits, name) for name in ("memory", "seconds", "seconds_a_call", "threads")}
    if not sandboxed:
        most["threads"] = 0  # they would be counted together with all that this user runs
    return {"path": path, "modules": list(modules), "limits": {**most, "uid": _own_uid() * sandboxed}}


def _own_uid() -> int:
    """A user's number that no other sandbox has now, as root; 0 (stay who you are) for a plain user.

    It is made of this process's number and a count, within what the machine has numbers for.
    """
    if os.geteuid() != 0:
        return 0
    ranges = [line.split() for line in Path("/proc/self/uid_map").read_text().splitlines()]
    most = max(int(first) + int(n) for first, _, n in ranges)
    low, count = (10**8, 2 * 10**9) if most > 2.2e9 else (20_000, min(most, 65_000) - 20_000)
    return low + (os.getpid() * 64 + next(_ticket) % 64) % count


@functools.cache
def _arguments(modules: tuple[str, ...]) -> tuple[str, ...]:
    """bubblewrap's own arguments."""
    found = [
        "--unshare-pid",
        "--unshare-net",
        "--unshare-ipc",
        "--unshare-uts",
        "--hostname",
        "judge",
        "--unshare-cgroup-try",
    ]
    found += ["--die-with-parent", "--new-session", "--cap-drop", "ALL", "--clearenv"]
    if os.geteuid() == 0:
        for capability in ("CAP_SETUID", "CAP_SETGID"):
            found += ["--cap-add", capability]
    else:
        found += ["--unshare-user", "--disable-userns"]
    for name, value in ENVIRONMENT.items():
        found += ["--setenv", name, value]
    made: set[Path] = set()
    for kind, path, place in _mounts(modules):
        for parent in reversed(Path(place).parents[:-1]):
            if parent not in made:
                found += ["--perms", "0755", "--dir", str(parent)]
                made.add(parent)
        made.add(Path(place))
        found += [f"--{kind}", *([path] if path else []), place]
    for place in (*_package_folders(), "/"):
        found += ["--remount-ro", place]
    return (*found, "--chdir", "/")


def _mounts(modules: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """(kind, from, to) of everything that exists inside, in order."""
    for path in ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib64"):
        if os.path.islink(path):
            yield "symlink", os.readlink(path), path
        elif os.path.isdir(path):
            yield "ro-bind", path, path
    prefix, binary = os.path.realpath(sys.base_prefix), python()
    if prefix != "/usr":
        for name in ("lib", "lib64"):
            if os.path.isdir(f"{prefix}/{name}") and not os.path.islink(f"{prefix}/{name}"):
                yield "ro-bind", f"{prefix}/{name}", f"{prefix}/{name}"
    yield "ro-bind", binary, binary
    for folder in _package_folders():
        yield "tmpfs", "", folder
    for path in _package_files(modules):
        yield "ro-bind", str(path), str(path)
    for file in OWN:
        yield "ro-bind", str(Path(simlib.__file__).parent / file), f"{INSIDE}/simlib/{file}"
    for device in ("/dev/null", "/dev/urandom"):
        yield "dev-bind", device, device


@functools.cache
def _package_folders() -> tuple[str, ...]:
    """Folders of installed packages that would come in with Python's own library: covered by empty ones."""
    prefix = os.path.realpath(sys.base_prefix)
    around = [Path("/usr/lib"), *(Path(prefix) / name for name in ("lib", "lib64"))]
    names = ("python3*/site-packages", "python3*/dist-packages")
    found = {path for folder in around for name in names for path in folder.glob(name) if path.is_dir()}
    return tuple(sorted({os.path.realpath(path) for path in found}))


@functools.cache
def _package_files(modules: tuple[str, ...]) -> tuple[Path, ...]:
    """What lies at the top of the distributions of these modules, and of those that they need."""
    found: dict[str, list[Path]] = {}
    todo = ["numpy", *(name for name in modules if name not in sys.stdlib_module_names)]
    while todo:
        name = todo.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            package = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            if name in modules:
                raise NoSandbox(f"the allowed module {name} must be installed; it is not") from None
            continue  # needed on other machines only
        tops = {file.parts[0] for file in package.files or []} - {"..", "__pycache__"}
        found[key] = [Path(str(package.locate_file(top))) for top in sorted(tops) if "-info" not in top]
        needs = [line for line in package.requires or [] if "extra ==" not in line]
        todo += [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in needs]
    return tuple(path for paths in found.values() for path in paths if path.exists())


def _memory(content: bytes) -> int:
    """A file descriptor from which these bytes can be read."""
    descriptor = os.memfd_create("simlib")
    os.write(descriptor, content)
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor
