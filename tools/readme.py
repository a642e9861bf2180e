"""Keep the README true: its picture is chapter 1's, its table is the last benchmark's.

    python tools/readme.py          write both
    python tools/readme.py check    exit 1 if one of them is not what it should be

In this file: `table`, `wanted`, `main`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "book" / "_ext"))

from book_pages import first_picture  # noqa: E402  (lies beside the book's extensions)

PICTURE = "book/_static/crossover.png"
TABLE = re.compile(r"(?<=<!-- bench:begin -->\n).*?(?=<!-- bench:end -->)", re.DOTALL)
IMAGE = re.compile(r"!\[[^\]]*\]\(" + re.escape(PICTURE) + r"\)")
CONTENDERS = {
    "simlib": "simlib, NumPy",
    "compiled": "simlib, compiled",
    "scalar C": "scalar C",
    "river": "river",
    "mabwiser": "MABWiser",
}


def table(bench: dict) -> str:
    """The benchmark in Markdown: nanoseconds for each decision, and times the scalar C of the same run."""
    heads = ["ns per decision (times scalar C)", *CONTENDERS.values()]
    lines = ["| " + " | ".join(heads) + " |", "|---" * len(heads) + "|"]
    for row in bench["rows"]:
        cells = [_cell(row[key]) if key in row else "-" for key in CONTENDERS]
        lines.append(f"| {row['policy']} | " + " | ".join(cells) + " |")
    where = f"{bench['date']}, {bench['processor']}, Python {bench['python']}, NumPy {bench['numpy']}"
    return "\n".join([*lines, "", f"({where}, gcc {bench['gcc']}.)", ""])


def _cell(timed: dict) -> str:
    ns = f"{timed['ns']:.0f}" if timed["ns"] >= 10 else f"{timed['ns']:.1f}"
    ratio = timed.get("times C")
    return ns if ratio is None else f"{ns} ({ratio:.0f}x)" if ratio >= 10 else f"{ns} ({ratio:.2g}x)"


def wanted(root: Path) -> dict[Path, bytes]:
    """What README.md and its picture should hold.

    Raises: ValueError if the chapter has no picture, or the README no place for picture and table.
    """
    found = first_picture(root, "01_stochastic")
    readme = (root / "README.md").read_text(encoding="utf-8")
    if found is None or not TABLE.search(readme) or not IMAGE.search(readme):
        raise ValueError(f"README.md must show {PICTURE} and hold the two marks of the table; one is missing")
    png, sentence = found
    bench = json.loads((root / "benchmarks/results/bandit.json").read_text(encoding="utf-8"))
    image = f"![{' '.join(sentence.split())}]({PICTURE})"
    text = TABLE.sub(lambda _: table(bench), IMAGE.sub(lambda _: image, readme))
    return {root / "README.md": text.encode(), root / PICTURE: png}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("action", nargs="?", choices=["write", "check"], default="write")
    given = parser.parse_args()
    stale = {p: data for p, data in wanted(ROOT).items() if not p.exists() or p.read_bytes() != data}
    for path, data in stale.items():
        if given.action == "write":
            path.write_bytes(data)
        print(f"{path.relative_to(ROOT)}: {'written' if given.action == 'write' else 'not up to date'}")
    return 1 if stale and given.action == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
