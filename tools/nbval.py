"""Run every notebook again and compare its outputs, to the letter.

    python tools/nbval.py            strict, as in CI
    python tools/nbval.py --lax      run only: for platforms where the last digit may differ
    python tools/nbval.py book/01_stochastic.ipynb -n 1
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from fixed_env import fixed_environment

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--lax", action="store_true")
    parser.add_argument("-n", "--workers", default="2")
    parser.add_argument("--junitxml", default="")
    given = parser.parse_args()
    files = given.files or sorted([*ROOT.glob("book/[0-9A]*_*.ipynb"), *ROOT.glob("labs/*/lab.ipynb")])
    command = [sys.executable, "-m", "pytest", "--nbval-lax" if given.lax else "--nbval", "--nbval-current-env"]
    command += ["--nbval-sanitize-with", str(ROOT / "tools" / "nbval_sanitize.cfg"), "-q"]
    command += ["-p", "no:cacheprovider", "-o", "addopts=", "-o", "filterwarnings="]
    # one worker takes a whole notebook: its cells share a kernel
    command += ["-n", given.workers, "--dist", "loadfile"]
    command += [f"--junitxml={given.junitxml}"] if given.junitxml else []
    return subprocess.call([*command, *map(str, files)], cwd=ROOT, env=fixed_environment(ROOT))


if __name__ == "__main__":
    sys.exit(main())
