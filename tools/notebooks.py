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

from notebook_state import BOTH, EDITED, FOREIGN, cells_hash, orphans, sources, state, text_of

ROOT = Path(__file__).resolve().parents[1]
KEEP = {
    BOTH: "keep the .md (delete the .ipynb) or the .ipynb (git checkout the .md) and run again",
    FOREIGN: "move what you need of it to the .md, delete it and run again",
}


def check(files: list[Path], lonely: list[Path]) -> int:
    """Print why each stale notebook is stale; 1 if there is one."""
    stale = [(md, why) for md in files if (why := state(md, ROOT))]
    for md, why in stale:
        print(f"{md.relative_to(ROOT)}: {why}")
    print(f"{len(files)} notebooks, {len(stale)} stale" + ("; run: make notebooks" if stale else ""))
    return 1 if say_lonely(lonely) or stale else 0


def sync(files: list[Path], lonely: list[Path], jobs: int) -> int:
    """Carry edits of notebooks back, then execute what is stale; 1 if something could not be done."""
    stale = [(md, why) for md in files if (why := state(md, ROOT))]
    if not stale:
        print(f"{len(files)} notebooks, all fresh")
        return 1 if say_lonely(lonely) else 0
    sys.path.insert(0, str(ROOT))  # the simlib of this tree
    refused = {md: line for md, why in stale if (line := settle(md, why))}
    for line in refused.values():
        print(line)
    wanted = [md for md, _ in stale if md not in refused]
    failed = 0
    with ProcessPoolExecutor(max(1, min(jobs, len(wanted)))) as pool:
        for line, bad in pool.map(run, wanted):
            failed += bad
            print(line, flush=True)
    return 1 if say_lonely(lonely) or refused or failed else 0


def settle(md: Path, why: str) -> str | None:
    """Bring edits of the .ipynb into the .md; a sentence if that needs a decision."""
    from notebook_pair import NotebookError, carry_back, read

    try:
        if why == EDITED:
            carry_back(md, ROOT)
            print(f"{md.relative_to(ROOT)}: edits carried back from the .ipynb")
        elif why in KEEP:
            notebook = json.loads(text_of(md.with_suffix(".ipynb")))
            if cells_hash(read(md, ROOT)) != cells_hash(notebook):
                return f"{md.relative_to(ROOT)}: {why}, and they differ: {KEEP[why]}"
    except NotebookError as error:
        return str(error)
    return None


def run(md: Path) -> tuple[str, bool]:
    """Execute one; a line to print, and whether it went wrong."""
    from notebook_pair import NotebookError
    from notebook_run import execute

    start = time.time()
    try:
        execute(md, ROOT)
    except NotebookError as error:
        return str(error), True
    return f"{md.relative_to(ROOT)}  executed in {time.time() - start:.1f} s", False


def say_lonely(lonely: list[Path]) -> bool:
    """Name the notebooks without a source; True if there are any."""
    for path in lonely:
        print(f"{path.relative_to(ROOT)}: has no source .md with a jupytext header; delete it or write one")
    return bool(lonely)


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("action", choices=["check", "sync"])
    parser.add_argument("files", nargs="*", type=Path, help="sources or their notebooks; all without any")
    parser.add_argument("-j", "--jobs", type=int, default=1, help="kernels at a time (1)")
    given = parser.parse_intermixed_args()  # so that `sync -j 1 FILE` works too
    known = sources(ROOT)
    files = [path.resolve().with_suffix(".md") for path in given.files]
    for path, md in zip(given.files, files, strict=True):
        if md not in known:
            parser.error(f"a file must be a source of {ROOT.name}/book or {ROOT.name}/labs; got {path}")
    lonely = [] if given.files else orphans(ROOT)
    if given.action == "check":
        return check(files or known, lonely)
    return sync(files or known, lonely, given.jobs)


if __name__ == "__main__":
    sys.exit(main())
