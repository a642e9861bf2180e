"""From a source in Markdown to an executed notebook, and back again where someone edited the notebook.

In this file: `read`, which expands exercises; `execute`; `carry_back`.
"""

from __future__ import annotations

import ast
import asyncio
import json
import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import jupytext
import nbclient
import nbformat
from fixed_env import fixed_environment
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode
from notebook_state import (
    BLOCK,
    cells_hash,
    exercise_hashes,
    file_hash,
    lock_hash,
    outputs_hash,
    sha,
    source_hash,
)

KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
# one string: the kernel would cut a long list short
IMPORTED = (
    "'\\n'.join(m.__file__ for m in list(__import__('sys').modules.values())"
    " if (getattr(m, '__file__', None) or '').startswith({root!r}))"
)


class NotebookError(Exception):
    """A notebook that cannot be built, said in a few lines."""


def read(md: Path, root: Path) -> NotebookNode:
    """The source as a notebook without outputs: exercises expanded, ids that stay the same."""
    notebook = jupytext.read(md)
    cells = [new for cell in notebook.cells for new in _expand(cell, root)]
    for i, cell in enumerate(cells):
        cell["id"] = sha(md.name, str(i))[:8]
    notebook.cells = cells
    notebook.metadata = NotebookNode(kernelspec=KERNEL, language_info={"name": "python"})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    return notebook


def _expand(cell: NotebookNode, root: Path) -> list[NotebookNode]:
    if cell.cell_type != "markdown" or not BLOCK.search(cell.source):
        return [cell]
    # split() with one group alternates text, name, text, name, ..., text
    parts = BLOCK.split(cell.source)
    found = []
    for i, part in enumerate(parts):
        if i % 2:
            found += exercise_cells(part, root)
        elif part.strip():
            found.append(nbformat.v4.new_markdown_cell(part.strip(), metadata={"simlib": {"part": i // 2}}))
    return found


def exercise_cells(name: str, root: Path) -> list[NotebookNode]:
    """An exercise as three cells: the card, the stub to edit, the check."""
    from simlib.exercise.card import load_exercise

    exercise = load_exercise(name, root)
    card = (
        f"### Exercise: {exercise.title}\n\n*About {exercise.minutes} minutes, {exercise.points} points. Hints: "
        f"`simlib hint {name}`*\n\n{exercise.prompt.strip()}\n\n**Further.** {exercise.further.strip()}"
    )
    answer = f"# answer: {name}\n{exercise.stub.strip()}"
    test = f'check("{name}", {exercise.answers[0]})'
    mark = {"simlib": {"exercise": name}}
    return [
        nbformat.v4.new_markdown_cell(card, metadata=dict(mark)),
        nbformat.v4.new_code_cell(answer, metadata={**mark, "tags": [f"answer:{name}"]}),
        nbformat.v4.new_code_cell(test, metadata=dict(mark)),
    ]


def execute(md: Path, root: Path) -> Path:
    """Run the source in a fresh kernel and write the .ipynb, all or nothing.

    Raises: NotebookError if a cell raises, writes to stderr, or draws a figure without a sentence.
    """
    os.environ.update(fixed_environment(root))
    digest, exercises = source_hash(md), exercise_hashes(md, root)  # before the run: an edit during it counts
    notebook = read(md, root)
    files = asyncio.run(_run(notebook, md, root))
    for i, cell in enumerate(notebook.cells):
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            _refuse_output(output, f"{md.relative_to(root)}, cell {i + 1}")
    notebook.metadata["language_info"] = {"name": "python"}
    plain = json.loads(nbformat.writes(notebook))
    plain["metadata"]["simlib"] = {
        "source": digest,
        "exercises": exercises,
        "cells": cells_hash(plain),
        "outputs": outputs_hash(plain),
        "lock": lock_hash(root),
        "files": {name: file_hash(root / name) for name in files},
    }
    return write(md.with_suffix(".ipynb"), json.dumps(plain, indent=1, sort_keys=True, ensure_ascii=False))


async def _run(notebook: NotebookNode, md: Path, root: Path) -> list[str]:
    """Execute in place; the files of this tree that the kernel imported, from the root."""
    client: Any = nbclient.NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(md.parent)}},
    )
    # what the kernel itself says at its start is noise; what cells write to stderr comes as output
    async with client.async_setup_kernel(stderr=subprocess.DEVNULL):
        for i, cell in enumerate(notebook.cells):
            try:
                await client.async_execute_cell(cell, i)
            except CellExecutionError as error:
                last = re.sub(r"\x1b\[[0-9;]*m", "", str(error)).strip().splitlines()[-1]
                raise NotebookError(f"{md.relative_to(root)}, cell {i + 1}: {last}\n{cell.source}") from None
        question = {"f": IMPORTED.format(root=str(root))}
        asked = client.kc.execute("", silent=True, store_history=False, user_expressions=question)
        while True:
            reply = await client.kc.get_shell_msg(timeout=60)
            if reply["parent_header"].get("msg_id") == asked:
                break
    listed = ast.literal_eval(reply["content"]["user_expressions"]["f"]["data"]["text/plain"])
    names = sorted({str(Path(name).relative_to(root)) for name in listed.splitlines()})
    return [name for name in names if not name.startswith((".venv", "my/"))]


def _refuse_output(output: dict, where: str) -> None:
    if output.get("name") == "stderr":
        text = "".join(output["text"]).strip().splitlines()[0]
        raise NotebookError(f"{where}: wrote to stderr, which is compared and never repeats: {text}")
    data = output.get("data", {})
    if "image/png" in data and not str(data.get("text/plain", "")).rstrip().endswith("."):
        raise NotebookError(f"{where}: a figure must be a Picture of simlib.plot, with its sentence")


def carry_back(md: Path, root: Path) -> None:
    """Write the edits of the .ipynb into the .md.

    Raises: NotebookError if a cell that belongs to an exercise's folder was edited.
    """
    notebook = nbformat.read(md.with_suffix(".ipynb"), as_version=4)
    cells: list[NotebookNode] = []
    fresh: dict[str, list[str]] = {}
    for cell in notebook.cells:
        mark = cell.metadata.get("simlib", {})
        name = mark.get("exercise")
        if name is None:
            joined = cells and cell.cell_type == "markdown" and mark.get("part") and _block_ends(cells[-1])
            if joined:
                cells[-1].source += "\n\n" + cell.source
            else:
                cells.append(cell)
            cell.metadata.pop("simlib", None)
            continue
        if name not in fresh:
            fresh[name] = [c.source for c in exercise_cells(name, root)]
            block = f"```{{exercise}} {name}\n```"
            if cells and cells[-1].cell_type == "markdown":
                cells[-1].source += "\n\n" + block
            else:
                cells.append(nbformat.v4.new_markdown_cell(block))
        if cell.source.rstrip() not in [source.rstrip() for source in fresh[name]]:
            raise NotebookError(f"{md.relative_to(root)}: edit exercises/{name}, not its cells in the notebook")
    notebook.cells = cells
    header = re.match(r"\A---\n.*?\n---\n", md.read_text(), flags=re.DOTALL)
    body = re.sub(r"\A---\n.*?\n---\n", "", jupytext.writes(notebook, fmt="md:myst"), flags=re.DOTALL)
    write(md, (header.group() if header else "") + body.rstrip())


def _block_ends(cell: NotebookNode) -> bool:
    return cell.cell_type == "markdown" and cell.source.endswith("```") and bool(BLOCK.search(cell.source))


def write(path: Path, text: str) -> Path:
    """Write text and a last newline to a temporary name, then rename."""
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w") as file:
        file.write(text + "\n")
    os.chmod(part, 0o644)
    os.replace(part, path)
    return path
