"""The cells of a notebook that hold an answer, whatever else the notebook holds.

The answer to NAME is the code cells tagged `answer:NAME`, and before them those tagged `setup:NAME`; where a
tag was lost, the first line `# answer: NAME` or `# setup: NAME` says the same. They run alone and in the
notebook's order. What only IPython understands (lines that begin with %, ! or ?) costs nothing: it is taken
out. A notebook comes from a stranger: anything in it may be missing, or of another kind than it should be.
Finding the cells does not compile them; that is for whoever runs them.

In this file: `Cell`, `code_cells`, `answer_cells`, `without_magics`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_MAGIC = re.compile(r"^(\s*)(%|!|\?|\w[\w.]*\?+\s*$).*$")
KINDS = ("setup", "answer")


@dataclass(frozen=True)
class Cell:
    """A code cell: its text, and what it says that it is, such as "answer:01_stochastic/ucb1_index_range"."""

    source: str
    marks: tuple[str, ...]


def code_cells(notebook: Any) -> list[Cell]:
    """The code cells of a notebook that was read as JSON.

    Raises: ValueError for what is no notebook of format 4.
    """
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list):
        raise ValueError("a notebook must have cells; this file has none")
    kept = [cell for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    return [Cell(text, (*_tags(cell), _first_line(text))) for cell in kept if (text := _text(cell))]


def answer_cells(cells: list[Cell], name: str) -> tuple[list[str], int]:
    """The texts of the cells of the answer to `name`, and how many of them are no setup."""
    marks = {f"{kind}:{name}" for kind in KINDS}
    own = [cell for cell in cells if marks & set(cell.marks)]
    answers = sum(f"answer:{name}" in cell.marks for cell in own)
    return [cell.source for cell in own], answers


def without_magics(sources: list[str]) -> str:
    """The cells as one text of Python, without IPython's lines; what is Python already stays as it is."""
    texts = []
    for source in sources:
        try:
            compile(source, "cell", "exec", dont_inherit=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            source = "\n".join(_MAGIC.sub(r"\1pass", line) for line in source.split("\n"))
        texts.append(source)
    return "\n\n".join(texts)


def _text(cell: dict) -> str:
    source = cell.get("source")
    lines = source if isinstance(source, list) else [source]
    return "".join(line for line in lines if isinstance(line, str))


def _tags(cell: dict) -> list[str]:
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _first_line(text: str) -> str:
    """ "answer:NAME" of a first line `# answer: NAME`; anything else is nobody's mark."""
    line = "".join(text.lstrip()[:300].partition("\n")[0].split())
    return line[1:] if line.startswith("#") else ""
