"""Hostile answers: none gains a mark, learns or touches anything outside, outlives its time, or harms others.

Each file in attack/ is what a student hands in as the answer to quiz/spread. It begins with a docstring:

    Family: forged replies. Stock: full marks. Writes a reply of its own before each request.

Family is one of `FAMILIES`. Stock says what the same idea did to nbgrader 0.9.6 as it comes, where it was
tried ("untried" elsewhere). Another line `Expect: overdue` stands where the machine and not the answer may be
to blame, so that the answer gets no mark and is graded again. The attack's own answer is wrong: every mark it
gets is stolen. The same notebook holds a right answer to quiz/tally, which must get its marks.

What must stay as it is: a file outside, whose text nobody may learn; a door on this machine at which nobody
may knock; and the processes, of which none may be left.
"""

import json
import os
import secrets
import socket
import sys
import time
from pathlib import Path

import pytest

from simlib.exercise.card import load_exercise
from simlib.grade.judge import Overdue, mark
from simlib.grade.sandbox import Limits
from simlib.grade.submission import read_content

from .conftest import COURSE, notebook, right
from .test_sandbox import processes, staying

sys.path.insert(0, str(Path(__file__).parents[2] / "book" / "_ext"))

from book_pages import attack_header

pytestmark = pytest.mark.usefixtures("sandboxed")
ATTACKS = sorted((Path(__file__).parent / "attack").glob("*.py"))
FAMILIES = (
    "forged replies",
    "early and late replies",
    "huge and deep replies",
    "slow and endless",
    "objects that lie",
    "state kept",
    "guessed seeds",
    "answers by another road",
    "bombs",
    "signals and leftovers",
    "files and network",
    "the judge's own code",
    "injection",
    "limits lifted",
)
LIMITS = Limits(seconds=4, seconds_a_call=1)
IMPATIENT = Limits(seconds=4, seconds_a_call=1, wall=8)  # with those that only wait
CANARY = Path("/tmp/simlib_canary")  # attacks look for it, and for listeners on these ports
PORTS = range(47811, 47820)


@pytest.fixture(scope="module")
def canary():
    """A file outside, of which nobody inside may learn a word or change a byte."""
    folder = CANARY.with_name(f"{CANARY.name}_{os.getpid()}")
    folder.mkdir(mode=0o777, exist_ok=True)
    path = folder / "secret.txt"
    path.write_text(secrets.token_hex(16))
    path.chmod(0o666)
    yield path
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()


@pytest.fixture(scope="module")
def door():
    """A listener on this machine."""
    for port in PORTS:
        try:
            with socket.create_server(("127.0.0.1", port)) as listener:
                listener.setblocking(False)
                yield listener
                return
        except OSError:
            continue
    raise AssertionError("no port is free")


@pytest.mark.parametrize("path", ATTACKS, ids=lambda path: path.stem)
def test_an_attack_gains_nothing(path, tmp_path, canary, door):
    secret, before = canary.read_text(), processes()
    sources = {"quiz/spread": path.read_text(encoding="utf-8"), "quiz/tally": right("quiz/tally")}
    content = read_content([notebook(tmp_path / "quiz.ipynb", sources)])
    waits = attack_header(path).get("Expect") == "overdue"
    limits = IMPATIENT if waits else LIMITS
    started, overdue, stolen = time.monotonic(), False, {"score": 0.0}
    try:
        stolen = mark(load_exercise("quiz/spread", COURSE), content, secrets.randbits(62), limits=limits)
    except Overdue:
        overdue = True
    took = time.monotonic() - started
    own = mark(load_exercise("quiz/tally", COURSE), content, 1, limits=LIMITS)
    assert stolen["score"] == 0, "it gained marks"
    assert overdue == waits
    assert own["score"] == own["points"], "it harmed another answer"
    assert len(json.dumps(stolen)) < 2**20, "it filled the audit"
    assert secret not in json.dumps(stolen), "it told what it read outside"
    assert canary.read_text() == secret, "it wrote outside"
    assert [file.name for file in canary.parent.iterdir()] == ["secret.txt"], "it made a file outside"
    with pytest.raises(BlockingIOError):
        door.accept()
    assert took < 5 * IMPATIENT.wall, "it outlived its time"
    assert not staying(processes() - before), "it left a process"
    assert "\n" not in stolen.get("sentence", "") + "".join(c["sentence"] for c in stolen.get("checks", []))


def test_the_attacks_are_many_and_of_many_kinds():
    families = {path.stem: attack_header(path).get("Family") for path in ATTACKS}
    assert not {stem: family for stem, family in families.items() if family not in FAMILIES}
    assert len(ATTACKS) >= 50
    assert len(set(families.values())) >= 10
    assert sum(stem.startswith("aimed_") for stem in families) >= 10
    assert all("Stock" in attack_header(path) for path in ATTACKS)
