"""Run every notebook again and compare its outputs, to the letter.

    python tools/nbval.py            strict, as in CI
    python tools/nbval.py --lax      run only: for platforms where the last digit may differ
    python tools/nbval.py book/01_stochastic.ipynb -n 1

Figures are compared by their sentence, not by their pixels. The repository's own pytest settings are for
tests/ and are not used here.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from fixed_env import fixed_environment
from notebook_state import PLACES

ROOT = Path(__file__).resolve().parents[1]
NBVAL_ARGS = [
    "-q",
    "--nbval-current-env",
    f"--nbval-sanitize-with={ROOT / 'tools' / 'nbval_sanitize.cfg'}",
    f"--rootdir={ROOT}",
    "-p",
    "no:cacheprovider",
    *("-o", "addopts=", "-o", "filterwarnings=", "-o", "testpaths="),
    # one worker takes a whole notebook: its cells share a kernel
    "--dist=loadfile",
]


def command(files: list[Path], lax: bool, workers: int, more: list[str]) -> list[str]:
    """pytest's command line; run it in the environment of `fixed_environment`."""
    kind = "--nbval-lax" if lax else "--nbval"
    workers = min(workers, len(files))
    # a lone notebook needs no second process
    parallel = ["-n", str(workers if workers > 1 else 0)]
    return [sys.executable, "-m", "pytest", kind, *NBVAL_ARGS, *parallel, *more, *map(str, files)]


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("files", nargs="*", type=Path, help="notebooks; all without any")
    parser.add_argument("--lax", action="store_true", help="run, do not compare")
    parser.add_argument("-n", "--workers", type=int, default=2, help="notebooks at a time (2)")
    parser.add_argument("--junitxml", default="", help="write a JUnit report there")
    parser.add_argument("-o", "--option", action="append", default=[], help="NAME=VALUE for pytest's -o")
    given = parser.parse_intermixed_args()
    every = sorted(path for place in PLACES for path in ROOT.glob(place + ".ipynb"))
    files = [path.resolve() for path in given.files] or every
    if not files:
        print("no notebooks: run make notebooks first")
        return 1
    more = [f"--junitxml={Path(given.junitxml).resolve()}"] if given.junitxml else []
    more += [word for option in given.option for word in ("-o", option)]
    line = command(files, given.lax, given.workers, more)
    return subprocess.call(line, cwd=ROOT, env=fixed_environment(ROOT))


if __name__ == "__main__":
    sys.exit(main())
