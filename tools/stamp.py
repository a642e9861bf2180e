"""Run a command unless nothing has changed since it last succeeded.

    python tools/stamp.py mutants -- python tools/mutants.py
    python tools/stamp.py mutants --force -- python tools/mutants.py

What counts is the content of every file that git tracks or would track. The stamp holds the command's last
line, which is said again. In a tree that git does not know, nothing is remembered.

In this file: `tree_hash`, `fresh`, `remember`, `main`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STAMPS = ROOT / ".stamps"
OWN_RESULTS = "benchmarks/results/"  # written by a run, so no reason for another


def tree_hash() -> str:
    """Of every file of the tree that git does not ignore, and of Python's version; "" away from git."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True).stdout.decode().split("\0")
    except FileNotFoundError:
        return ""
    if "pyproject.toml" not in listed:  # no checkout, or ignored by one around it
        return ""
    digest = hashlib.sha256(platform.python_version().encode())
    for name in sorted(filter(None, listed)):
        path = ROOT / name
        if path.is_file() and not name.startswith(OWN_RESULTS):
            digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def fresh(task: str, digest: str) -> str | None:
    """The last line of `task` if it succeeded on the tree `digest`, else None."""
    try:
        kept = json.loads((STAMPS / f"{task}.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return kept["said"] if digest and kept.get("tree") == digest else None


def remember(task: str, digest: str, said: str) -> None:
    """Note that `task` succeeded on the tree `digest`, if it has one."""
    if not digest:
        return
    STAMPS.mkdir(exist_ok=True)
    part = STAMPS / f"{task}.part"
    part.write_text(json.dumps({"tree": digest, "said": said}), encoding="utf-8")
    os.replace(part, STAMPS / f"{task}.json")


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("task")
    parser.add_argument("--force", action="store_true", help="run although nothing changed")
    parser.add_argument("command", nargs="+")
    given = parser.parse_args()
    digest = tree_hash()
    said = None if given.force else fresh(given.task, digest)
    if said is not None:
        print(f"nothing changed since: {said}   (FORCE=1 runs it again)")
        return 0
    last = ""
    with subprocess.Popen(given.command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    if process.returncode == 0 and tree_hash() == digest:
        remember(given.task, digest, last)
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
