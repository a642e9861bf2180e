"""Everything that `make test` and `make quick` check, one step after the other, and one line at the end.

    python tools/run.py test             all of it
    python tools/run.py quick            without what is slow
    python tools/run.py test --seed 7    another seed for the statistical tests
    python tools/run.py test --only "the book" --only layers

Every step runs, even after one has failed. A step of lint or building counts as one test; pytest's and
nbval's own counts are added. On a machine without chromium or bubblewrap the tests that need them are
skipped and the packages named, each counted as skipped too; with CI=true each is a failure.

In this file: `Step`, `Counts`, the `steps`, then `run_step`, `missing_packages`, `main`.
"""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from pathlib import Path

from stamp import ROOT, fresh, remember, tree_hash

REPORTS = ROOT / "_build" / "reports"
PYTHON = sys.executable
BIN = Path(PYTHON).parent
DEBIAN = {"chromium": "chromium", "bwrap": "bubblewrap"}


@dataclass(frozen=True)
class Step:
    """One command; `report` is the JUnit file in which it counts its own tests, if it does."""

    name: str
    command: list[str]
    report: str = ""
    quick: bool = True


@dataclass(frozen=True)
class Counts:
    """Tests that passed, failed and were skipped."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def steps(seed: str, quick: bool) -> list[Step]:
    """What is run, cheapest first."""
    pytest = [PYTHON, "-m", "pytest", "-q", "-n", "2", "--seed", seed]
    pytest += ["-m", "not slow"] if quick else []
    everything = [
        Step("ruff check", [str(BIN / "ruff"), "check", "."]),
        Step("ruff format", [str(BIN / "ruff"), "format", "--check", "."]),
        Step("pyright", [str(BIN / "pyright"), "--pythonpath", PYTHON]),
        Step("layers", [str(BIN / "lint-imports")]),
        Step("notebooks are fresh", [PYTHON, "tools/notebooks.py", "check"]),
        Step("the book", [PYTHON, "tools/book.py"], quick=False),
        Step("tests", [*pytest, f"--junitxml={REPORTS / 'tests.xml'}"], report="tests.xml"),
        Step(
            "notebooks run again, outputs compared",
            [PYTHON, "tools/nbval.py", f"--junitxml={REPORTS / 'nbval.xml'}"],
            report="nbval.xml",
            quick=False,
        ),
        Step("wheel and sdist", [PYTHON, "tools/package.py"], quick=False),
    ]
    return [step for step in everything if step.quick or not quick]


def run_step(step: Step) -> Counts:
    """Run one step, say how long it took, and count."""
    print(f"\n== {step.name}", flush=True)
    start = time.time()
    report = REPORTS / step.report
    if step.report:
        report.unlink(missing_ok=True)
    # the tools of this environment first, even where it is not activated
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    env = {**os.environ, "PATH": path, "OMP_NUM_THREADS": "1"}
    try:
        code = subprocess.call(step.command, cwd=ROOT, env=env)
    except OSError as error:
        print(f"   it could not start: {error}")
        code = 127
    counts = _junit(report) if step.report else Counts(passed=int(code == 0), failed=int(code != 0))
    if code != 0 and counts.failed == 0:
        counts += Counts(failed=1)  # it died before it could count
    print(f"   {'ok' if code == 0 else 'FAILED'} in {time.time() - start:.0f} s", flush=True)
    return counts


def _junit(report: Path) -> Counts:
    """The counts of a JUnit file; none of a file that is missing or broken off."""
    try:
        suites = ElementTree.parse(report).getroot().iter("testsuite")
    except (FileNotFoundError, ElementTree.ParseError):
        return Counts()
    total = Counts()
    for suite in suites:
        tests, skipped = int(suite.get("tests", 0)), int(suite.get("skipped", 0))
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        total += Counts(tests - failed - skipped, failed, skipped)
    return total


def missing_packages() -> Counts:
    """Name the Debian packages that tests need and this machine lacks: skipped, in CI failed."""
    lacking = [package for program, package in DEBIAN.items() if shutil.which(program) is None]
    for package in lacking:
        print(f"{package} is missing, its tests are skipped: apt-get install {package}")
    in_ci = os.environ.get("CI") == "true"
    return Counts(failed=len(lacking)) if in_ci else Counts(skipped=len(lacking))


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("what", choices=["test", "quick"])
    parser.add_argument("--seed", default="0", help="a number, or 'random'")
    parser.add_argument("--only", action="append", default=[], help="a step's name; may be given again")
    parser.add_argument("--force", action="store_true", help="quick: run although nothing changed")
    given = parser.parse_args()
    quick, digest = given.what == "quick", tree_hash()
    seed = str(secrets.randbelow(2**31)) if given.seed == "random" else given.seed
    every = steps(seed, quick)
    unknown = set(given.only) - {step.name for step in every}
    if unknown:
        parser.error(f"--only must be one of {', '.join(step.name for step in every)}; got {unknown.pop()}")
    # only a whole run with the usual seed can be spared
    said = fresh("quick", digest) if quick and given.seed == "0" and not (given.force or given.only) else None
    if said is not None:
        print(f"nothing changed since: {said}   (FORCE=1 runs it again)")
        return 0
    REPORTS.mkdir(parents=True, exist_ok=True)
    start = time.time()
    print(f"seed of the statistical tests: {seed}")
    total = Counts() if given.only else missing_packages()
    for step in every:
        if not given.only or step.name in given.only:
            total += run_step(step)
    minutes = (time.time() - start) / 60
    summary = f"simlib: {total.passed} passed, {total.failed} failed, {total.skipped} skipped"
    print(f"\n{given.what} took {minutes:.1f} minutes\n{summary}")
    usual = given.seed == "0" and not given.only
    if total.failed == 0 and usual and tree_hash() == digest:
        remember("quick", digest, summary)
    return 1 if total.failed else 0


if __name__ == "__main__":
    sys.exit(main())
