"""The README shows chapter 1's picture and the last benchmark's table, and links what exists."""

from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def readme_tool() -> ModuleType:
    """tools/readme.py as a module."""
    spec = importlib.util.spec_from_file_location("readme_tool", ROOT / "tools" / "readme.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    before = list(sys.path)
    spec.loader.exec_module(module)
    sys.path[:] = before
    return module


def test_picture_and_table_are_those_of_the_chapter_and_the_benchmark(readme_tool):
    for path, data in readme_tool.wanted(ROOT).items():
        assert path.read_bytes() == data, f"{path.name} is not up to date: python tools/readme.py"


def test_the_table_on_paper(readme_tool):
    c, ours, fast, river = ({"ns": ns, "times C": ns / 25} for ns in (25.0, 84.6, 3.5, 8906.4))
    bench = {
        "date": "2026-11-24", "processor": "P", "python": "3.11.7", "numpy": "2.4.6", "gcc": "12.2.0",
        "rows": [{"policy": "UCB1", "scalar C": c, "simlib": ours, "compiled": fast, "river": river}],
    }  # fmt: skip
    lines = readme_tool.table(bench).splitlines()
    heads = "simlib, NumPy | simlib, compiled | scalar C | river | MABWiser"
    assert lines[0] == f"| ns per decision (times scalar C) | {heads} |"
    assert lines[2] == "| UCB1 | 85 (3.4x) | 3.5 (0.14x) | 25 (1x) | 8906 (356x) | - |"
    assert lines[-1] == "(2026-11-24, P, Python 3.11.7, NumPy 2.4.6, gcc 12.2.0.)"


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "labs/README.md", "labs/RESULTS.md"])
def test_every_file_that_a_page_names_is_there(name):
    """Links, and paths in backticks that begin with a folder of the tree."""
    page = ROOT / name
    text = page.read_text(encoding="utf-8")
    linked = [page.parent / target for target in re.findall(r"\]\(([^)#:]+)\)", text)]
    folders = "simlib|tests|tools|book|labs|exercises|benchmarks"
    named = [ROOT / path for path in re.findall(rf"`((?:{folders})/[\w./]+\.\w+)`", text)]
    missing = [
        str(path) for path in linked + named if not path.exists() and not re.search("WORD|NN_|KEY", str(path))
    ]
    assert missing == []
    assert name == "labs/RESULTS.md" or linked + named
