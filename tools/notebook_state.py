"""Is a notebook what its source, its code and its versions would give today? Answered without a kernel.

The .md is the source, the only file that anyone edits. The .ipynb beside it carries outputs and, in
`metadata.simlib`, the hashes of all that they depend on.

In this file: `sources`, `orphans`, the hashes, `stamp`, `state`.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from fixed_env import FIXED

FORMAT = 2  # of metadata.simlib; a notebook of another format is executed again
PLACES = ("book/[0-9A]*_*", "labs/*/lab*")
BLOCK = re.compile(r"^```\{exercise\} (\S+)\n```$", re.MULTILINE)
HEADER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)

EDITED = "the .ipynb has edits that the .md lacks"
BOTH = "both the .md and the .ipynb were edited"
FOREIGN = "the .ipynb was not written by make notebooks"


def sha(*parts: str | bytes) -> str:
    """16 hexadecimal digits of all parts, each with its length."""
    digest = hashlib.sha256()
    for part in parts:
        data = part if isinstance(part, bytes) else part.encode()
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()[:16]


def text_of(path: Path) -> str:
    """A file's text, in UTF-8 on every platform."""
    return path.read_text(encoding="utf-8")


def sources(root: Path) -> list[Path]:
    """Every chapter and lab that is written as a notebook."""
    found = [path for place in PLACES for path in root.glob(place + ".md")]
    return sorted(path for path in found if "jupytext:" in text_of(path)[:400])


def orphans(root: Path) -> list[Path]:
    """Notebooks whose source is gone."""
    known = {path.with_suffix(".ipynb") for path in sources(root)}
    return sorted({path for place in PLACES for path in root.glob(place + ".ipynb")} - known)


def source_hash(md: Path) -> str:
    """Of the text without its header, which jupytext rewrites on every save."""
    return sha(HEADER.sub("", text_of(md)).strip())


def exercise_hashes(md: Path, root: Path) -> dict[str, str]:
    """Of the card and the stub of each exercise that the source asks for."""
    found = {}
    for name in BLOCK.findall(text_of(md)):
        files = [root / "exercises" / name / part for part in ("card.md", "stub.py")]
        found[name] = sha(*(f.read_bytes() if f.exists() else b"gone" for f in files))
    return found


def cells_hash(notebook: dict) -> str:
    """Of the cells as a person edits them: kind, text, tags, image settings. Empty cells say nothing."""
    parts = []
    for cell in notebook["cells"]:
        settings = {k: cell["metadata"][k] for k in ("tags", "mystnb") if cell["metadata"].get(k)}
        text = "".join(cell["source"]).strip()
        if text or settings:
            parts.append(json.dumps([cell["cell_type"], text, settings], sort_keys=True))
    return sha(*parts)


def outputs_hash(notebook: dict) -> str:
    """Of the texts and the outputs, pictures among them."""
    parts = [[c["cell_type"], "".join(c["source"]), c.get("outputs")] for c in notebook["cells"]]
    return sha(json.dumps(parts, sort_keys=True))


def file_hash(path: Path) -> str:
    """Of one file's bytes."""
    return sha(path.read_bytes()) if path.exists() else "gone"


def stamp(md: Path, root: Path) -> dict:
    """All that outputs depend on and that is known before the run."""
    return {
        "format": FORMAT,
        "source": source_hash(md),
        "exercises": exercise_hashes(md, root),
        "lock": file_hash(root / "constraints.txt"),
        "fixed_env": sha(json.dumps(FIXED, sort_keys=True)),
    }


def state(md: Path, root: Path) -> str | None:
    """None if the notebook is fresh, else one sentence that says why it is not."""
    try:
        notebook = json.loads(text_of(md.with_suffix(".ipynb")))
        kept = notebook["metadata"].get("simlib", {})
        cells, outputs = cells_hash(notebook), outputs_hash(notebook)
    except FileNotFoundError:
        return "never executed"
    except (ValueError, KeyError, TypeError, AttributeError):
        return "the .ipynb cannot be read"
    if kept.get("format") != FORMAT:
        return FOREIGN
    now = stamp(md, root)
    if kept["cells"] != cells:
        return EDITED if kept["source"] == now["source"] else BOTH
    return _moved(kept, now, root) or (
        None if kept["outputs"] == outputs else "its outputs were edited by hand"
    )


def _moved(kept: dict, now: dict, root: Path) -> str | None:
    """What changed since the run."""
    if kept["source"] != now["source"]:
        return "the .md changed after the outputs were made"
    names = [n for n, digest in now["exercises"].items() if kept["exercises"].get(n) != digest]
    if names:
        return f"exercises changed after the outputs were made: {', '.join(names)}"
    if kept["lock"] != now["lock"]:
        return "constraints.txt changed after the outputs were made"
    if kept["fixed_env"] != now["fixed_env"]:
        return "tools/fixed_env.py changed after the outputs were made"
    files = [name for name, digest in kept["files"].items() if file_hash(root / name) != digest]
    return f"code that it imports changed: {', '.join(files)}" if files else None
