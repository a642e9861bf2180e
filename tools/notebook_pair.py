"""Between a source in Markdown and the cells of a notebook, in both directions.

A block {exercise} of the source becomes three cells: the card, the stub to edit, the check. On the way back
they become the block again; their text lives in the exercise's folder only.

In this file: `NotebookError`, `write`, `read`, `exercise_cells`, `carry_back`.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import jupytext
import nbformat
from nbformat import NotebookNode
from notebook_state import BLOCK, HEADER, cells_hash, sha, text_of

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
PARTS = ("card", "answer", "check")


class NotebookError(Exception):
    """A notebook that cannot be built, said in a few lines."""


def write(path: Path, text: str) -> Path:
    """Write text and a last newline to a temporary name, then rename: all or nothing."""
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text + "\n")
    os.chmod(part, 0o644)
    os.replace(part, path)
    return path


def read(md: Path, root: Path) -> NotebookNode:
    """The source as a notebook without outputs: exercises expanded, ids that stay the same.

    Raises: NotebookError for a block that is not as it should be or an unknown exercise.
    """
    notebook = jupytext.reads(text_of(md), fmt="md:myst")
    try:
        cells = [new for cell in notebook.cells for new in _expand(cell, root)]
    except (LookupError, ValueError) as error:
        raise NotebookError(f"{md.relative_to(root)}: {error}") from None
    for i, cell in enumerate(cells):
        cell["id"] = sha(md.name, str(i))[:8]
    notebook.cells = cells
    notebook.metadata = NotebookNode(kernelspec=KERNEL, language_info={"name": "python"})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def _expand(cell: NotebookNode, root: Path) -> list[NotebookNode]:
    if cell.cell_type != "markdown" or "```{exercise}" not in cell.source:
        return [cell]
    # split() with one group alternates text, name, text, name, ..., text
    pieces = BLOCK.split(cell.source)
    found = []
    for i, piece in enumerate(pieces):
        if i % 2:
            found += exercise_cells(piece, root)
        elif "```{exercise}" in piece:
            raise ValueError("a block {exercise} must be two lines, ```{exercise} TOPIC/NAME and ```")
        elif piece.strip():
            mark = {**cell.metadata, "simlib": {"piece": i // 2}}
            found.append(nbformat.v4.new_markdown_cell(piece.strip(), metadata=mark))
    return found


def exercise_cells(name: str, root: Path) -> list[NotebookNode]:
    """An exercise as three cells; each is marked with the hash of its text, so that an edit shows.

    Raises: LookupError for an unknown exercise.
    """
    from simlib.exercise.card import load_exercise

    exercise = load_exercise(name, root)
    effort = f"*About {exercise.minutes} minutes, {exercise.points} points. Hints: `simlib hint {name}`*"
    further = f"**Further.** {exercise.further.strip()}"
    card = f"### Exercise: {exercise.title}\n\n{effort}\n\n{exercise.prompt.strip()}\n\n{further}"
    answer = f"# answer: {name}\n{exercise.stub.strip()}"
    check = f'check("{name}", {exercise.answers[0]})'
    cells = [
        nbformat.v4.new_markdown_cell(card),
        nbformat.v4.new_code_cell(answer, metadata={"tags": [f"answer:{name}"]}),
        nbformat.v4.new_code_cell(check),
    ]
    for part, cell in zip(PARTS, cells, strict=True):
        cell.metadata["simlib"] = {"exercise": name, "part": part, "text": sha(cell.source.strip())}
    return cells


def carry_back(md: Path, root: Path) -> None:
    """Write the edits of the .ipynb into the .md.

    Raises: NotebookError if Markdown cannot hold them, or if a cell that belongs to an exercise's folder
    was edited; then nothing is written.
    """
    notebook = nbformat.reads(text_of(md.with_suffix(".ipynb")), as_version=4)
    where = md.with_suffix(".ipynb").relative_to(root)
    if any(cell.get("attachments") for cell in notebook.cells):
        raise NotebookError(f"{where}: a pasted picture has no place in the .md; save it as a file")
    notebook.cells = _fold([cell for cell in notebook.cells if cell.source.strip()], where)
    # the lexer's name stands behind every {code-cell}
    notebook.metadata = NotebookNode(kernelspec=KERNEL, language_info={"pygments_lexer": "ipython3"})
    header = HEADER.match(text_of(md))
    text = (header.group() if header else "") + HEADER.sub("", jupytext.writes(notebook, fmt="md:myst"))
    if cells_hash(jupytext.reads(text, fmt="md:myst")) != cells_hash(notebook):
        raise NotebookError(f"{where}: Markdown cannot hold its edits; make them in {md.name}")
    write(md, text.rstrip())


def _fold(cells: list[NotebookNode], where: Path) -> list[NotebookNode]:
    """The cells with each exercise's three as its block again, in the text around it."""
    found: list[NotebookNode] = []
    i = 0
    while i < len(cells):
        mark = cells[i].metadata.get("simlib", {})
        name = mark.get("exercise")
        if name:
            _refuse_edited(name, cells[i : i + len(PARTS)], where)
            _append(found, f"```{{exercise}} {name}\n```")
            i += len(PARTS)
            continue
        cells[i].metadata.pop("simlib", None)
        if mark.get("piece") and found and _ends_in_block(found[-1]) and cells[i].cell_type == "markdown":
            found[-1].source += "\n\n" + cells[i].source
        else:
            found.append(cells[i])
        i += 1
    return found


def _append(cells: list[NotebookNode], block: str) -> None:
    if cells and cells[-1].cell_type == "markdown":
        cells[-1].source += "\n\n" + block
    else:
        cells.append(nbformat.v4.new_markdown_cell(block))


def _ends_in_block(cell: NotebookNode) -> bool:
    blocks = list(BLOCK.finditer(cell.source))
    return bool(blocks) and blocks[-1].end() == len(cell.source)


def _refuse_edited(name: str, cells: list[NotebookNode], where: Path) -> None:
    """Raises: NotebookError unless these are the exercise's three cells as they were executed."""
    for part, cell in zip(PARTS, cells, strict=False):
        mark = cell.metadata.get("simlib", {})
        own = mark.get("exercise") == name and mark.get("part") == part
        if not own or mark.get("text") != sha(cell.source.strip()):
            break
    else:
        if len(cells) == len(PARTS):
            return
    raise NotebookError(
        f"{where}: the cells of exercise {name} were edited; edit exercises/{name} instead "
        "(git checkout the .ipynb to drop this edit)"
    )
