"""Put plausible mistakes into the code, one at a time, and demand that a test fails.

    python tools/mutants.py -j 2            all of tests/mutants/*.toml
    python tools/mutants.py ucb1            those with "ucb1" in their name

A mutant is a small TOML file: `file`, `old` (which must stand there exactly once), `new`, `why`, and
`tests`, the ones that must notice. All of it happens in a copy of the tree. A mutant that does not even
import is no mutant: a test must fail, not crash on collection, nor hang.

In this file: `Mutant`, `load`, `copy_tree`, `run_tests`, `try_mutant`, `say`, `main`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv*", "_build", "my", "dist", "__pycache__", ".pytest_cache", ".hypothesis", ".stamps"
)
SECONDS = 300  # for the tests of one mutant
HUNG = -1


@dataclass(frozen=True)
class Mutant:
    """One mistake: in `file`, `old` becomes `new`, and one of `tests` must fail."""

    name: str
    file: str
    old: str
    new: str
    why: str
    tests: list[str]


def load(folder: Path, words: Sequence[str] = ()) -> list[Mutant]:
    """All mutants of a folder, by name; with words, those with one of them in the name.

    Raises: ValueError for one whose `old` does not stand exactly once in its file.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        if words and not any(word in path.stem for word in words):
            continue
        mutant = Mutant(name=path.stem, **tomllib.loads(path.read_text(encoding="utf-8")))
        times = (ROOT / mutant.file).read_text(encoding="utf-8").count(mutant.old)
        if times != 1:
            raise ValueError(f"{path.name}: old must stand once in {mutant.file}; got {times} times")
        found.append(mutant)
    return found


def copy_tree(target: Path) -> Path:
    """The tree without what is built or installed."""
    shutil.copytree(ROOT, target, ignore=LEFT_OUT, symlinks=True)
    return target


def run_tests(tree: Path, tests: list[str], seconds: int = SECONDS) -> int:
    """pytest's exit code for these tests in this tree: 0 all passed, 1 some failed, HUNG it did not end."""
    # hypothesis draws the same examples each time and keeps no memory of earlier mutants
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
    env = {**os.environ, "PYTHONPATH": str(tree), "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    # no test needs a plugin, and loading them takes two seconds each time
    env |= {"SIMLIB_COURSE": str(tree), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    try:
        return subprocess.run(command, cwd=tree, env=env, capture_output=True, timeout=seconds).returncode
    except subprocess.TimeoutExpired:
        return HUNG


def try_mutant(tree: Path, mutant: Mutant) -> tuple[Mutant, str]:
    """'caught', or what happened instead; the tree is as before afterwards."""
    path = tree / mutant.file
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace(mutant.old, mutant.new), encoding="utf-8")
    try:
        code = run_tests(tree, mutant.tests)
    finally:
        path.write_text(before, encoding="utf-8")
    verdicts = {0: "SURVIVED", 1: "caught", HUNG: f"its tests did not end within {SECONDS} s"}
    return mutant, verdicts.get(code, f"pytest could not run its tests (exit code {code})")


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("words", nargs="*", help="only mutants with one of these in their name")
    parser.add_argument("-j", "--jobs", type=int, default=1)
    given = parser.parse_args()
    mutants = load(ROOT / "tests" / "mutants", given.words)
    if not mutants:
        parser.error(f"words must be in the name of a file of tests/mutants; got {' '.join(given.words)}")
    with tempfile.TemporaryDirectory() as name:
        trees = [copy_tree(Path(name) / f"tree{i}") for i in range(given.jobs)]
        where = subprocess.run(
            [sys.executable, "-c", "import simlib; print(simlib.__file__)"],
            cwd=trees[0], env={**os.environ, "PYTHONPATH": str(trees[0])}, capture_output=True, text=True,
        ).stdout  # fmt: skip
        if not where.startswith(str(trees[0])):
            sys.exit(f"the copy was not what ran: {where}")
        tests = sorted({test for mutant in mutants for test in mutant.tests})
        if run_tests(trees[0], tests, 10 * SECONDS) != 0:
            sys.exit("the tests of the mutants must pass without any mutant: run make quick")

        def work(lane: int) -> list[tuple[Mutant, str]]:
            return [say(*try_mutant(trees[lane], mutant)) for mutant in mutants[lane :: given.jobs]]

        with ThreadPoolExecutor(given.jobs) as pool:
            results = [result for lane in pool.map(work, range(given.jobs)) for result in lane]
    caught = sum(verdict == "caught" for _, verdict in results)
    print(f"mutants: {caught} of {len(results)} caught")
    return 0 if caught == len(results) else 1


def say(mutant: Mutant, verdict: str) -> tuple[Mutant, str]:
    """Print one line as soon as it is known."""
    print(f"{verdict:9}  {mutant.name:40}  {mutant.why}", flush=True)
    return mutant, verdict


if __name__ == "__main__":
    sys.exit(main())
