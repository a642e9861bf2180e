"""Try to get out: what a student's code could do in the sandbox, tried before anything is graded.

The second half of this file runs inside, as the worker does. It tries each thing that must be impossible and
tells which were possible after all. One open door, and nothing is graded.

In this file: `check_sandbox`, for the judge; `open_doors`, `main`, inside.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from typing import Any


def check_sandbox(foreign: list[str]) -> None:
    """Start one sandbox and look whether it holds.

    foreign: files and folders that nobody inside may read.
    Raises: NoSandbox, naming the open doors, or what bubblewrap said. Cost: some 0.1 s.
    """
    from simlib.grade import sandbox

    sandbox.available()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        first = sandbox.first_line((), sandbox.Limits())
        tried = {"port": listener.getsockname()[1], "foreign": foreign, "outside": os.getpid()}
        process = sandbox.start((), "grade/probe.py")
        try:
            out, _ = process.communicate(json.dumps({**first, **tried}).encode() + b"\n", timeout=60)
            doors = json.loads(out)
        except (OSError, ValueError, subprocess.TimeoutExpired):
            doors = ["the sandbox does not start, or its own test does not end"]
        finally:
            process.kill()
            process.communicate()
    if doors:
        raise sandbox.NoSandbox(f"this machine's sandbox does not hold: {'; '.join(doors)}")


def open_doors(first: dict[str, Any]) -> list[str]:
    """What was possible inside, in words; nothing where all is well."""
    from simlib.grade.worker import confine

    confine(first["limits"])
    uid, memory = first["limits"]["uid"], first["limits"]["memory"]
    places = ("/", "/dev", "/judge", "/tmp", os.path.dirname(os.__file__), os.path.dirname(sys.executable))
    tries: dict[str, Callable[[], Any]] = {
        "it reaches the network": lambda: socket.create_connection(("127.0.0.1", first["port"]), 2),
        "it starts processes": lambda: os.fork() or os._exit(0),
        "it starts programs": lambda: os.posix_spawn(sys.executable, [sys.executable, "-c", ""], {}),
        "it makes namespaces of its own": lambda: _succeeds(ctypes.CDLL(None).unshare(0x10000000)),
        "it becomes root again": lambda: os.setuid(0),
        "it lifts its limits": lambda: confine({**first["limits"], "uid": 0, "memory": 2 * memory}),
        "it takes leases": lambda: fcntl.fcntl(
            os.open(os.__file__, os.O_RDONLY), fcntl.F_SETLEASE, fcntl.F_RDLCK
        ),
        "it takes locks": lambda: fcntl.flock(os.open(os.__file__, os.O_RDONLY), fcntl.LOCK_SH),
        "it watches files": lambda: _succeeds(ctypes.CDLL(None).inotify_init1(0) < 0),
        "it uses more memory than it may": lambda: bytearray(memory),
        "it sees processes outside": lambda: os.kill(first["outside"], 0) if first["outside"] > 9 else 1 / 0,
    }
    tries |= {f"it reads {path}": lambda p=path: os.stat(p) for path in first["foreign"]}
    tries |= {f"it writes in {place}": lambda p=place: open(f"{p}/written", "w").close() for place in places}
    found = ["it runs as root"] * (0 in os.getresuid()) + ["it runs as you"] * (
        os.getuid() != (uid or os.getuid())
    )
    for words, attempt in tries.items():
        with contextlib.suppress(Exception):
            attempt()
            found.append(words)
    return found


def _succeeds(status: int) -> None:
    if status:
        raise OSError("refused")


def main() -> None:
    """Inside: read what to try, and write down what was possible."""
    first = json.loads(sys.stdin.readline())
    sys.path[:0] = first["path"]
    print(json.dumps(open_doors(first)), flush=True)


if __name__ == "__main__":
    main()
