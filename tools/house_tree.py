"""The house rules for what is no Python: versions, pages, notebooks, and what an import brings along.

Pure functions as in house.py; only `loaded` starts a fresh Python.

In this file: the versions, `required`, `pinned` and `conda`; what is stored, `code_cells`,
`notebook_problems` and `machine_paths`; and `loaded`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

CODE_CELL = re.compile(r"^```(?:\{code-cell\}[^\n]*|python)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
WATCH = """
import importlib, sys
class Watch:
    def find_spec(name, path=None, target=None):
        if name in heavy:
            print(f"{current} imports {name}")
heavy, modules = sys.argv[1].split(","), sys.argv[2:]
sys.meta_path.insert(0, Watch)
for current in modules:
    importlib.import_module(current)
"""


def code_cells(markdown: str) -> list[str]:
    """The Python of a page, cell by cell, without cells for IPython or the shell alone."""
    cells = [match[1] for match in CODE_CELL.finditer(markdown)]
    return [cell for cell in cells if not re.search(r"^[%!]", cell, re.MULTILINE)]


def required(project: dict[str, Any], *extras: str) -> set[str]:
    """The names of the packages that pyproject's [project] asks for, with these extras."""
    lines = list(project["dependencies"])
    for extra in extras:
        lines += project["optional-dependencies"][extra]
    return {re.split(r"[^\w.-]", line)[0].lower() for line in lines}


def pinned(constraints: str) -> dict[str, str]:
    """name -> version of a constraints.txt."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)$", constraints, re.MULTILINE))


def conda(environment: dict[str, Any]) -> dict[str, str]:
    """name -> version of an environment.yml; python and pip have none."""
    pairs = [re.fullmatch(r"([\w.-]+)=([\w.]+)", str(line)) for line in environment["dependencies"]]
    return {pair[1]: pair[2] for pair in pairs if pair}


def notebook_problems(notebook: dict[str, Any]) -> list[str]:
    """Code cells never executed, errors, and a notebook without any output."""
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code" and cell["source"]]
    found = []
    for number, cell in enumerate(cells, 1):
        kinds = [output["output_type"] for output in cell["outputs"]]
        found += [f"code cell {number} was not executed"] if cell["execution_count"] is None else []
        found += [f"code cell {number} ends in an error"] if "error" in kinds else []
    return found or ([] if any(cell["outputs"] for cell in cells) else ["no cell has an output"])


def machine_paths(text: str, folders: Iterable[str]) -> list[str]:
    """Folders of one machine that a text names, and anyone's home."""
    homes = [r"/home/\w+/", r"/Users/\w+/", r"[A-Z]:\\\\?Users"]
    whole = [re.escape(folder.rstrip("/")) + r"(?![\w.-])" for folder in folders]
    return [match[0] for match in re.finditer(r"(?<![\w.~-])(?:" + "|".join([*whole, *homes]) + ")", text)]


def loaded(modules: Sequence[str], heavy: Iterable[str], path: Path) -> list[str]:
    """Which of the `heavy` packages these modules import, or try to, in a fresh Python."""
    command = [sys.executable, "-c", WATCH, ",".join(heavy), *modules]
    env = {**os.environ, "PYTHONPATH": str(path)}
    done = subprocess.run(command, env=env, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.splitlines()
