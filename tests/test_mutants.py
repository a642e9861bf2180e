"""tools/mutants.py on a small tree: a survivor is said, and nothing is taken for caught that was not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import mutants  # noqa: E402  (lies in tools/)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


@pytest.fixture
def mutated(tmp_path) -> Path:
    """A small tree with the tool, a function, and a test that sees less than it should."""
    write(tmp_path / "tools" / "mutants.py", (ROOT / "tools" / "mutants.py").read_text())
    write(tmp_path / "simlib" / "__init__.py", "def double(x):\n    return 2 * x\n")
    write(tmp_path / "tests" / "test_a.py", "import simlib\ndef test_a(): assert simlib.double(2) == 4\n")
    plant(tmp_path, "seen", "2 * x", "3 * x")
    return tmp_path


def plant(tree: Path, name: str, old: str, new: str) -> None:
    """Add a mutant."""
    lines = [f'old = "{old}"', f'new = "{new}"', 'why = "because"', 'tests = ["tests/test_a.py"]']
    write(tree / "tests" / "mutants" / f"{name}.toml", "\n".join(['file = "simlib/__init__.py"', *lines]))


def mutate(tree: Path, *words: str) -> subprocess.CompletedProcess:
    """Run the small tree's tool."""
    line = [sys.executable, str(tree / "tools" / "mutants.py"), *words]
    return subprocess.run(line, capture_output=True, text=True, cwd=tree.parent, timeout=120)


def test_a_mutant_that_survives_is_said(mutated):
    plant(mutated, "unseen", "2 * x", "x * x")
    plant(mutated, "crash", "def double", "def double(")
    done = mutate(mutated)
    assert done.returncode == 1
    crash, seen, unseen, total = done.stdout.splitlines()
    assert crash.startswith("pytest could not run its tests")
    assert seen.split() == ["caught", "seen", "because"]
    assert unseen.split() == ["SURVIVED", "unseen", "because"]
    assert total == "mutants: 1 of 3 caught"


def test_words_choose_and_a_word_that_fits_none_is_refused(mutated):
    plant(mutated, "other", "2 * x", "x * x")
    done = mutate(mutated, "see")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "mutants: 1 of 1 caught")
    done = mutate(mutated, "nosuch")
    assert (done.returncode, "got nosuch" in done.stderr) == (2, True)


@pytest.mark.parametrize(("old", "times"), [("3 * x", 0), ("x", 2)])
def test_old_must_stand_exactly_once(mutated, monkeypatch, old, times):
    plant(mutated, "lost", old, "y")
    monkeypatch.setattr(mutants, "ROOT", mutated)
    with pytest.raises(ValueError, match=rf"lost.toml: old must stand once in simlib.*; got {times} times"):
        mutants.load(mutated / "tests" / "mutants")


def test_the_file_is_as_before_even_if_the_tests_hang(mutated, monkeypatch):
    monkeypatch.setattr(mutants, "ROOT", mutated)
    (mutant,) = mutants.load(mutated / "tests" / "mutants")
    before = (mutated / mutant.file).read_text()
    monkeypatch.setattr(mutants, "run_tests", lambda tree, tests: mutants.HUNG)
    assert mutants.try_mutant(mutated, mutant)[1].startswith("its tests did not end")
    assert (mutated / mutant.file).read_text() == before


def test_every_mutant_of_the_tree_can_be_planted():
    found = mutants.load(ROOT / "tests" / "mutants")
    assert [m.name for m in found if not m.why or m.old == m.new] == []
    targets = {test.partition("::")[0] for m in found for test in m.tests}
    assert [target for target in targets if not (ROOT / target).exists()] == []
