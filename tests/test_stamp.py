"""tools/stamp.py: what did not change is not run again, and what failed is never taken for done."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def tree(tmp_path) -> Path:
    """A small checkout with the stamping tool; its command leaves a mark at each run and says two lines."""
    (tmp_path / "tools").mkdir()
    shutil.copyfile(ROOT / "tools" / "stamp.py", tmp_path / "tools" / "stamp.py")
    write(tmp_path / "pyproject.toml", "")
    write(tmp_path / "a.txt", "one")
    write(tmp_path / ".gitignore", "runs\n.stamps\n")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    return tmp_path


def stamp(tree: Path, end: int = 0, *options: str) -> tuple[int, int, str]:
    """Run the command through stamp.py: its exit code, how often it ran so far, what was said last."""
    runs = tree / "runs"
    code = f"open({str(runs)!r}, 'a').write('x'); print('first'); print('42 done'); raise SystemExit({end})"
    command = [sys.executable, "-c", code]
    line = [sys.executable, str(tree / "tools" / "stamp.py"), "task", *options, "--", *command]
    done = subprocess.run(line, capture_output=True, text=True, cwd=tree.parent, timeout=60)
    return done.returncode, len(runs.read_text()) if runs.exists() else 0, done.stdout.splitlines()[-1]


def test_what_did_not_change_is_not_run_again(tree):
    assert stamp(tree) == (0, 1, "42 done")
    start = time.perf_counter()
    code, runs, said = stamp(tree)
    assert time.perf_counter() - start < 2
    assert (code, runs) == (0, 1)
    assert said.startswith("nothing changed since: 42 done")
    assert stamp(tree, 0, "--force") == (0, 2, "42 done")


def test_a_change_runs_it_again(tree):
    stamp(tree)
    (tree / "a.txt").write_text("two")
    assert stamp(tree) == (0, 2, "42 done")
    write(tree / "new" / "b.txt", "")
    assert stamp(tree) == (0, 3, "42 done")
    (tree / "a.txt").unlink()
    assert stamp(tree) == (0, 4, "42 done")
    write(tree / "benchmarks" / "results" / "own.json", "written by the run itself")
    assert stamp(tree)[:2] == (0, 4)


def test_a_failure_leaves_no_stamp(tree):
    assert stamp(tree, 3) == (3, 1, "42 done")
    assert stamp(tree, 3) == (3, 2, "42 done")
    assert not (tree / ".stamps").exists()


def test_a_change_during_the_run_leaves_no_stamp(tree):
    line = [sys.executable, str(tree / "tools" / "stamp.py"), "task", "--"]
    write_a = f"open({str(tree / 'a.txt')!r}, 'w').write('two')"
    subprocess.run([*line, sys.executable, "-c", write_a], check=True, timeout=60)
    assert not (tree / ".stamps").exists()


def test_away_from_git_nothing_is_remembered(tree):
    shutil.rmtree(tree / ".git")
    assert stamp(tree) == (0, 1, "42 done")
    assert stamp(tree) == (0, 2, "42 done")


def test_the_hash_of_this_tree_takes_less_than_two_seconds():
    start = time.perf_counter()
    line = [sys.executable, "-c", "import stamp; print(stamp.tree_hash())"]
    done = subprocess.run(line, cwd=ROOT / "tools", capture_output=True, text=True, check=True)
    assert time.perf_counter() - start < 2
    assert re.fullmatch(r"(?:[0-9a-f]{64})?\n", done.stdout)
