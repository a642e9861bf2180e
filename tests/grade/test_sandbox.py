"""The sandbox holds, and its probe sees when it does not."""

import contextlib
import json
import os
import socket
import time
from pathlib import Path

import pytest

from simlib.grade import probe, sandbox

pytestmark = pytest.mark.usefixtures("sandboxed")


def test_no_door_is_open(tmp_path):
    exercises = Path(__file__).parents[2] / "exercises"
    probe.check_sandbox([str(tmp_path), "/etc/passwd", str(exercises)])


def test_the_probe_sees_open_doors(tmp_path):
    """Without a sandbox nearly all of them are open, and each is named."""
    first = sandbox.first_line((), sandbox.Limits(), sandboxed=False)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        tried = {"port": listener.getsockname()[1], "foreign": [str(tmp_path)], "outside": os.getpid()}
        process = sandbox.start_bare((), "grade/probe.py")
        out, _ = process.communicate(json.dumps({**first, **tried}).encode() + b"\n", timeout=60)
    doors = json.loads(out)
    wanted = {
        "it reaches the network",
        "it starts processes",
        "it starts programs",
        "it sees processes outside",
    }
    assert wanted <= set(doors)
    assert f"it reads {tmp_path}" in doors


def test_an_open_door_stops_the_grading(monkeypatch):
    told = sandbox.first_line((), sandbox.Limits(), sandboxed=False)
    monkeypatch.setattr(sandbox, "start", sandbox.start_bare)
    monkeypatch.setattr(sandbox, "first_line", lambda *_: told)
    with pytest.raises(sandbox.NoSandbox, match=r"does not hold: .*it reaches the network"):
        probe.check_sandbox([])


def test_without_bubblewrap_a_sentence(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(sandbox.NoSandbox, match="bubblewrap, which is missing: apt-get install bubblewrap"):
        sandbox.available()


def test_on_another_system_a_sentence(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(sandbox.NoSandbox, match="which is for Linux: use Linux, or WSL 2"):
        sandbox.available()


def test_a_broken_bubblewrap_is_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "bwrap").write_text("#!/bin/sh\nexit 1\n")
    (tmp_path / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(sandbox.NoSandbox, match="does not start"):
        probe.check_sandbox([])


def test_numbers_of_users_differ():
    numbers = [sandbox._own_uid() for _ in range(64)]
    assert (len(set(numbers)) == 64 and min(numbers) >= 20_000) if os.geteuid() == 0 else set(numbers) == {0}


def test_only_allowed_packages_exist():
    without = {path.name for path in sandbox._package_files(("math",))}
    assert "numpy" in without
    assert "scipy" not in without
    assert "scipy" in {path.name for path in sandbox._package_files(("scipy",))}
    assert not any(
        "simlib" in path.name or "-info" in path.name for path in sandbox._package_files(("scipy",))
    )


def test_an_allowed_module_that_is_missing_is_a_sentence():
    with pytest.raises(sandbox.NoSandbox, match="the allowed module nowhere must be installed; it is not"):
        sandbox._package_files(("nowhere",))


def test_killing_the_sandbox_leaves_nothing():
    process = sandbox.start(("numpy",))
    assert process.stdin is not None
    process.stdin.write(json.dumps(sandbox.first_line(("numpy",), sandbox.Limits())).encode() + b"\n")
    time.sleep(0.3)
    before = processes()
    assert len(before) >= 2  # bubblewrap and the worker
    process.kill()
    process.communicate()
    assert not staying(before)


def staying(found: set[int], patience: float = 10.0) -> set[int]:
    """Those of the sandboxes' processes `found` that are still there after a while: the kernel ends what was
    in a sandbox a moment after the sandbox itself."""
    deadline = time.monotonic() + patience
    while found and time.monotonic() < deadline:
        time.sleep(0.02)
        found = found & processes()
    return found


def processes() -> set[int]:
    """The numbers of the sandboxes' processes that this one started, or that nobody owns any more.

    Tests run side by side: a sandbox whose topmost process belongs to somebody else who lives is theirs.
    """
    parents, inside = {}, set()
    for path in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError):
            parents[int(path.name)] = int((path / "stat").read_text().rpartition(")")[2].split()[1])
            if b"/judge/simlib/grade" in (path / "cmdline").read_bytes():
                inside.add(int(path.name))
    found = set()
    for number in inside:
        top = number
        while parents.get(top) in inside:
            top = parents[top]
        if parents.get(top) in (os.getpid(), 1, None):
            found.add(number)
    return found
