"""The pages that follow from what is there: which chapters, labs and modules exist is read, not listed.

`tools/book.py` calls this when it lays out the sources. In a page of book/ these blocks are expanded:

    ```{course-parts}       the table of parts, and the navigation
    ```{course-labs}        the labs
    ```{course-api}         simlib's modules
    ```{course-attacks}     what was tried on the grader
    ```{course-picture} 01_stochastic      the first picture of a chapter, once it has one

In this file: `expand`; `parts`, `labs`, `api`, `attacks` and `picture` for its blocks; `api_pages`, one per
module; `attack_header`.
"""

from __future__ import annotations

import ast
import base64
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

BLOCK = re.compile(r"^```\{course-(parts|labs|api|attacks|picture)\} ?(.*)\n```$", re.MULTILINE)
CODE = re.compile(r"(`[^`]+`)")
MARKS = re.compile(r"([\\*_|<$\[\]`])")


def expand(text: str, root: Path) -> str:
    """A page's text with its ```{course-...} blocks filled in for the tree at `root`."""
    fill = {"parts": parts, "labs": labs, "api": api, "attacks": attacks, "picture": picture}
    return BLOCK.sub(lambda found: fill[found[1]](root, found[2].strip()), text)


def parts(root: Path, _: str = "") -> str:
    """The table of parts; one navigation list for each part that has a chapter."""
    rows, lists = ["| Part | Chapters |", "|---|---|"], []
    for part in _plan(root)["part"]:
        there = [name for name in part["chapters"] if (root / f"book/{name}.ipynb").exists()]
        links = [f"[{_title(root / f'book/{name}.ipynb')}](book/{name}.ipynb)" for name in there]
        coming = [_words(name) for name in part["chapters"] if name not in there]
        cells = [" · ".join(links)] if links else []
        cells += [f"[coming: {', '.join(coming)}]{{.coming}}"] if coming else []
        rows.append(f"| **{part['title']}** | {' · '.join(cells)} |")
        if there:
            lists.append(_toctree(part["title"], [f"book/{name}" for name in there]))
    return "\n\n".join(["\n".join(rows), *lists])


def labs(root: Path, _: str = "") -> str:
    """The labs that have a notebook, as a list, and their navigation."""
    names = sorted(path.relative_to(root).as_posix() for path in root.glob("labs/*/lab*.ipynb"))
    pages = [name for name in ("README", "RESULTS") if (root / f"labs/{name}.md").exists()]
    lines = [f"- [{_title(root / name)}]({name})" for name in names]
    entries = [name.removesuffix(".ipynb") for name in names] + [f"labs/{name}" for name in pages]
    return "\n".join(lines) + ("\n\n" + _toctree("", entries) if entries else "No lab yet.")


def api(root: Path, _: str = "") -> str:
    """simlib's modules by part, each with the first line of its docstring."""
    out = []
    groups: dict[str, list[str]] = {}
    for name in _modules(root):
        groups.setdefault(name.split(".")[1] if name.count(".") > 1 else "", []).append(name)
    layers = _plan(root)["layers"]
    for group in sorted(groups, key=lambda g: (layers.index(g) if g in layers else len(layers), g)):
        path = root / "simlib" / group / "__init__.py"
        out.append(f"## {f'simlib.{group}' if group else 'simlib'}\n\n{_summary(path)}")
        out.append("\n".join(f"- [{n}](api/{n}.rst): {_summary(_file(root, n))}" for n in groups[group]))
        out.append(_toctree("", [f"{n.removeprefix('simlib.')} <api/{n}>" for n in groups[group]]))
    return "\n\n".join(out)


def attacks(root: Path, _: str = "") -> str:
    """Every attack of the test suite by family: what it tries, and what it did to nbgrader and to us."""
    found: dict[str, list[str]] = {}
    for path in sorted(root.glob("tests/grade/attack/*.py")):
        told = attack_header(path)
        ours = "no mark; graded again" if told.get("Expect") == "overdue" else "no mark"
        cells = (_marked(told["text"]), _marked(told["Stock"]), ours)
        found.setdefault(told["Family"], []).append("| " + " | ".join(cells) + " |")
    head = ["| what it tries | nbgrader as it comes | here |", "|---|---|---|"]
    parts = [f":::{{dropdown}} {family} ({len(rows)})\n" for family, rows in found.items()]
    tables = ["\n".join([*head, *rows]) for rows in found.values()]
    return "\n\n".join(f"{part}{table}\n:::" for part, table in zip(parts, tables, strict=True))


def attack_header(path: Path) -> dict[str, str]:
    """The words of an attack's docstring: "Family", "Stock", perhaps "Expect", and the rest as "text".

    The file is not parsed: it may be made so that nobody can.
    """
    text = " ".join(path.read_text(encoding="utf-8").split('"""')[1].split())
    found = dict(re.findall(r"\b(Family|Stock|Expect): ([^.]+)\.", text))
    return {**found, "text": re.sub(r"\b(Family|Stock|Expect): [^.]+\. ?", "", text).strip()}


def _marked(text: str) -> str:
    """Text as it stands, in Markdown: `code` stays code, other marks are escaped."""
    return "".join(p if CODE.fullmatch(p) else MARKS.sub(r"\\\1", p) for p in CODE.split(text))


def api_pages(root: Path) -> dict[str, str]:
    """Relative path -> text of one page for each public module."""
    pages = {}
    for name in _modules(root):
        title = f"{name}\n{'=' * len(name)}"
        pages[f"api/{name}.rst"] = f"{title}\n\n.. automodule:: {name}\n"
    return pages


def picture(root: Path, chapter: str) -> str:
    """The first picture of a chapter with its sentence as alternative text; nothing before it exists."""
    found = first_picture(root, chapter)
    if found is None:
        return ""
    sentence = " ".join(found[1].split())
    return f"```{{image}} pictures/{chapter}.png\n:alt: {sentence}\n:class: picture\n```"


def first_picture(root: Path, chapter: str) -> tuple[bytes, str] | None:
    """PNG and sentence of the first stored picture of book/CHAPTER.ipynb, or None."""
    for output in _outputs(root / f"book/{chapter}.ipynb"):
        data = output.get("data", {})
        if "image/png" in data and "text/plain" in data:
            return base64.b64decode(_text(data["image/png"])), _text(data["text/plain"])
    return None


def pictures_in(text: str) -> list[str]:
    """The chapters whose first picture a page shows."""
    return [found[2].strip() for found in BLOCK.finditer(text) if found[1] == "picture"]


def _outputs(notebook: Path) -> Iterator[dict]:
    if notebook.exists():
        for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
            yield from cell.get("outputs", [])


def _title(notebook: Path) -> str:
    """The text of the notebook's first heading."""
    for cell in json.loads(notebook.read_text(encoding="utf-8"))["cells"]:
        found = re.search(r"^# +(.+)$", _text(cell["source"]), re.MULTILINE)
        if found and cell["cell_type"] == "markdown":
            return found[1].strip()
    raise ValueError(f"{notebook.name} must have a heading '# TITLE'; got none")


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _plan(root: Path) -> dict:
    return tomllib.loads((root / "book/parts.toml").read_text(encoding="utf-8"))


def _words(name: str) -> str:
    return name.split("_", 1)[1].replace("_", " ")


def _toctree(caption: str, entries: list[str]) -> str:
    head = "```{toctree}\n:hidden:\n" + (f":caption: {caption}\n" if caption else "")
    return head + "\n" + "\n".join(entries) + "\n```"


def _modules(root: Path) -> list[str]:
    """Dotted names of the public modules, packages left out (they hold a docstring only)."""
    paths = [path.relative_to(root) for path in sorted(root.glob("simlib/**/*.py"))]
    return [".".join(p.with_suffix("").parts) for p in paths if not any(x.startswith("_") for x in p.parts)]


def _file(root: Path, module: str) -> Path:
    return root.joinpath(*module.split(".")).with_suffix(".py")


def _summary(path: Path) -> str:
    """The first paragraph of a module's docstring: `code` stays code, Markdown's other marks are escaped."""
    text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return _marked(text.split("\n\n")[0].replace("\n", " "))
