"""Build the notebooks from their sources, or say which are stale.

    python tools/notebooks.py check               one sentence for each stale notebook; exit 1 if any
    python tools/notebooks.py sync -j 2           execute the stale ones
    python tools/notebooks.py sync book/01_*.md   only these

The .md beside a notebook is its source. An edit made in the .ipynb alone is carried back to the .md; where
both were edited and differ, nothing is touched and you are asked which to keep.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from notebook_state import BOTH, EDITED, cells_hash, sources, state

ROOT = Path(__file__).resolve().parents[1]


def check(files: list[Path]) -> int:
    """Print why each stale notebook is stale."""
    stale = [(md, why) for md in files if (why := state(md, ROOT))]
    for md, why in stale:
        print(f"{md.relative_to(ROOT)}: {why}")
    print(f"{len(files)} notebooks, {len(stale)} stale" + ("; run: make notebooks" if stale else ""))
    return 1 if stale else 0


def sync(files: list[Path], jobs: int) -> int:
    """Execute what is stale, after edits of notebooks were carried back."""
    stale = [(md, why) for md in files if (why := state(md, ROOT))]
    if not stale:
        print(f"{len(files)} notebooks, all fresh")
        return 0
    sys.path.insert(0, str(ROOT))
    from notebook_build import NotebookError, carry_back, read

    for md, why in stale:
        try:
            if why == EDITED:
                carry_back(md, ROOT)
                print(f"{md.relative_to(ROOT)}: edits carried back from the .ipynb")
            elif why == BOTH:
                notebook = json.loads(md.with_suffix(".ipynb").read_text())
                if cells_hash(read(md, ROOT)) != cells_hash(notebook):
                    print(f"{md.relative_to(ROOT)}: {why}; keep one (git checkout the other) and run again")
                    return 1
        except NotebookError as error:
            print(error)
            return 1
    failed = 0
    with ProcessPoolExecutor(min(jobs, len(stale))) as pool:
        for line, bad in pool.map(_execute, [md for md, _ in stale]):
            failed += bad
            print(line, flush=True)
    return 1 if failed else 0


def _execute(md: Path) -> tuple[str, bool]:
    from notebook_build import NotebookError, execute

    start = time.time()
    try:
        execute(md, ROOT)
    except NotebookError as error:
        return f"{error}", True
    return f"{md.relative_to(ROOT)}  executed in {time.time() - start:.1f} s", False


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("action", choices=["check", "sync"])
    parser.add_argument("files", nargs="*", type=Path, help="sources; all without any")
    parser.add_argument("-j", "--jobs", type=int, default=1)
    given = parser.parse_args()
    files = [f.resolve() for f in given.files] or sources(ROOT)
    return check(files) if given.action == "check" else sync(files, given.jobs)


if __name__ == "__main__":
    sys.exit(main())
