"""Execute a source in a fresh kernel and write the notebook with its outputs and hashes.

In this file: `execute`.
"""

from __future__ import annotations

import ast
import asyncio
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbclient
import nbformat
from fixed_env import apply
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from notebook_pair import NotebookError, read, write
from notebook_state import cells_hash, file_hash, outputs_hash, stamp

SECONDS = 600  # for one cell
# what the kernel imported from this tree. As one string, because the kernel would cut a long list short;
# through vars(), because some modules import more when an attribute is asked for
IMPORTED = """'\\n'.join(f for f in
    (getattr(m, '__dict__', {{}}).get('__file__') for m in list(__import__('sys').modules.values()))
    if isinstance(f, str) and f.startswith({root!r}))"""
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}")


def execute(md: Path, root: Path) -> Path:
    """Run the source in a fresh kernel and write the .ipynb, all or nothing. Changes os.environ.

    Raises: NotebookError if a cell raises, or if an output is one that could not be compared: stderr, a
    figure without a sentence, a memory address, a path of this machine.
    """
    apply(root)
    before = stamp(md, root)  # before the run: an edit during it leaves the notebook stale
    notebook = read(md, root)
    files = asyncio.run(_run(notebook, md, root))
    count = 0
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        count += cell.cell_type == "code"
        for output in cell.get("outputs", []):
            _refuse(output, f"{md.relative_to(root)}, code cell {count}", root)
    notebook.metadata["language_info"] = {"name": "python"}  # the kernel has put its version there
    plain = json.loads(nbformat.writes(notebook))
    plain["metadata"]["simlib"] = {
        **before,
        "cells": cells_hash(plain),
        "outputs": outputs_hash(plain),
        "files": {name: file_hash(root / name) for name in files},
    }
    return write(md.with_suffix(".ipynb"), json.dumps(plain, indent=1, sort_keys=True, ensure_ascii=False))


async def _run(notebook: NotebookNode, md: Path, root: Path) -> list[str]:
    """Execute in place; the files of this tree that the kernel imported, from the root."""
    client: Any = nbclient.NotebookClient(
        notebook,
        timeout=SECONDS,
        kernel_name="python3",
        record_timing=False,
        store_widget_state=False,  # its ids are random
        resources={"metadata": {"path": str(md.parent)}},
    )
    count = 0
    # what the kernel itself says at its start is noise; what cells write to stderr comes as output
    async with client.async_setup_kernel(stderr=subprocess.DEVNULL):
        for i, cell in enumerate(notebook.cells):
            count += cell.cell_type == "code"
            try:
                await client.async_execute_cell(cell, i)
            except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
                where = f"{md.relative_to(root)}, code cell {count}"
                raise NotebookError(f"{where}: {_short(error)}\n{_indented(cell.source)}") from None
        return await _imported(client, root)


async def _imported(client: Any, root: Path) -> list[str]:
    # in a namespace of its own: a notebook may have a variable called `list`
    question = f"__import__('builtins').eval({IMPORTED.format(root=f'{root}/')!r}, {{}})"
    asked = client.kc.execute("", silent=True, store_history=False, user_expressions={"f": question})
    while True:
        reply = await client.kc.get_shell_msg(timeout=60)
        if reply["parent_header"].get("msg_id") == asked:
            break
    listed = ast.literal_eval(reply["content"]["user_expressions"]["f"]["data"]["text/plain"])
    names = sorted({Path(name).relative_to(root).as_posix() for name in listed.splitlines()})
    return [name for name in names if not name.startswith((".venv", "my/")) and "site-packages" not in name]


def _short(error: Exception) -> str:
    if isinstance(error, CellExecutionError):
        return f"{error.ename}: {error.evalue}"
    if isinstance(error, CellTimeoutError):
        return f"it took more than {SECONDS} seconds"
    return "the kernel died"


def _indented(source: str) -> str:
    return "\n".join(f"    {line}" for line in source.splitlines())


def _refuse(output: dict, where: str, root: Path) -> None:
    """Raises: NotebookError for an output that nbval could not compare, here or on another machine."""
    data = output.get("data", {})
    shown = [text for kind, text in data.items() if not kind.startswith("image/")]
    text = "\n".join(map(str, [output.get("text", ""), *output.get("traceback", []), *shown])).strip()
    if output.get("name") == "stderr":
        first = (text.splitlines() or [""])[0]
        raise NotebookError(f"{where}: wrote to stderr (a warning?), and outputs are compared: {first}")
    if any(kind.startswith("image/") for kind in data):
        sentence = str(data.get("text/plain", "")).strip()
        if sentence.startswith("<") or not sentence.endswith("."):
            raise NotebookError(f"{where}: a figure must be a Picture of simlib.plot, with its sentence")
    if ADDRESS.search(text):
        raise NotebookError(f"{where}: shows a memory address, which is new in each run")
    if str(root) in text or sys.prefix in text or "ipykernel_" in text:
        raise NotebookError(f"{where}: shows a path, which is another on each machine")
