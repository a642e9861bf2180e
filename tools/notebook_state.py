"""Is a notebook what its source, its code and its versions would give today? Answered without a kernel.

The .md is the source, the only file that anyone edits. The .ipynb beside it carries outputs and, in
`metadata.simlib`, the hashes of all that they depend on.

In this file: `sources`, the hashes, `state`.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from fixed_env import FIXED

BLOCK = re.compile(r"^```\{exercise\} (\S+)\n```$", re.MULTILINE)
EDITED = "the .ipynb has edits that the .md lacks"
BOTH = "both the .md and the .ipynb were edited"


def sha(*parts: str | bytes) -> str:
    """16 hexadecimal digits of all parts, each with its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()[:16]


def sources(root: Path) -> list[Path]:
    """Every chapter and lab that is written as a notebook."""
    found = [*root.glob("book/[0-9A]*_*.md"), *root.glob("labs/*/lab.md")]
    return sorted(path for path in found if "jupytext:" in path.read_text()[:400])


def source_hash(md: Path) -> str:
    """Of the text without its header, which jupytext rewrites on every save."""
    return sha(re.sub(r"\A---\n.*?\n---\n", "", md.read_text(), flags=re.DOTALL).strip())


def exercise_hashes(md: Path, root: Path) -> dict[str, str]:
    """Of the card and the stub of each exercise that the source asks for."""
    found = {}
    for name in BLOCK.findall(md.read_text()):
        files = [root / "exercises" / name / part for part in ("card.md", "stub.py")]
        found[name] = sha(*(f.read_bytes() if f.exists() else b"gone" for f in files))
    return found


def cells_hash(notebook: dict) -> str:
    """Of the kinds and texts of all cells."""
    return sha(*(c["cell_type"] + ":" + "".join(c["source"]).rstrip() for c in notebook["cells"]))


def outputs_hash(notebook: dict) -> str:
    """Of the texts and the outputs, pictures among them."""
    parts = [[c["cell_type"], "".join(c["source"]), c.get("outputs")] for c in notebook["cells"]]
    return sha(json.dumps(parts, sort_keys=True))


def lock_hash(root: Path) -> str:
    """Of the versions of all packages, and of the environment that notebooks run in."""
    lock = root / "constraints.txt"
    return sha(lock.read_bytes() if lock.exists() else b"", json.dumps(FIXED, sort_keys=True))


def file_hash(path: Path) -> str:
    """Of one file's bytes."""
    return sha(path.read_bytes()) if path.exists() else "gone"


def state(md: Path, root: Path) -> str | None:
    """None if the notebook is fresh, else one sentence that says why it is not."""
    ipynb = md.with_suffix(".ipynb")
    try:
        notebook = json.loads(ipynb.read_text())
        kept = notebook["metadata"].get("simlib", {})
    except FileNotFoundError:
        return "never executed"
    except (ValueError, KeyError):
        return "the .ipynb cannot be read"
    if not kept:
        return BOTH
    md_changed = kept["source"] != source_hash(md)
    if kept["cells"] != cells_hash(notebook):
        return BOTH if md_changed else EDITED
    if md_changed:
        return "the .md changed after the outputs were made"
    if kept["exercises"] != exercise_hashes(md, root):
        return "an exercise of it changed after the outputs were made"
    if kept["lock"] != lock_hash(root):
        return "versions changed after the outputs were made"
    changed = [name for name, digest in kept["files"].items() if file_hash(root / name) != digest]
    if changed:
        return f"code that it imports changed: {', '.join(changed)}"
    if kept["outputs"] != outputs_hash(notebook):
        return "outputs of the .ipynb were edited by hand"
    return None
