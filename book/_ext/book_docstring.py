"""Our docstrings are plain text: this turns them into reStructuredText that says the same.

Formulas keep their stars, bars and underscores; `names` become code; "Source:" and arguments with a colon
start lines of their own; indented lines stay as they are; a key such as [Auer2002] links to the references.

In this file: `inline`, `block`, `to_rst`, and the hooks `rewrite` and `drop_object`.
"""

from __future__ import annotations

import re
from typing import Any

LABEL = re.compile(r"^([A-Za-z_][\w ,]{0,40}(?:\([^)]*\))?): ")
KEY = re.compile(r"\[([A-Z][A-Za-z]+\d{4}[a-z]?)\]")
SPECIAL = re.compile(r"([\\*`|_<>])")
CODE = re.compile(r"`([^`\s](?:[^`]*[^`\s])?)`")
FIELDS = ("Source", "Differs", "Raises", "Cost", "Assumes")


def inline(text: str) -> str:
    """One line of plain text as reStructuredText: code spans and keys marked, the rest escaped."""
    parts, end = [], 0
    for span in CODE.finditer(text):
        parts += [_escape(text[end : span.start()]), rf"\ ``{span[1]}``\ "]
        end = span.end()
    return "".join([*parts, _escape(text[end:])])


def _escape(text: str) -> str:
    parts, end = [], 0
    for key in KEY.finditer(text):
        parts += [SPECIAL.sub(r"\\\1", text[end : key.start()]), rf"\ :cite:p:`{key[1]}`\ "]
        end = key.end()
    return "".join([*parts, SPECIAL.sub(r"\\\1", text[end:])])


def block(lines: list[str]) -> list[str]:
    """A paragraph: literal when all is indented, line by line when labels or list marks start its lines."""
    if all(line.startswith("  ") for line in lines):
        return ["::", "", *("    " + line for line in lines)]
    items: list[str] = []
    for line in lines:
        if not items or LABEL.match(line) or line.startswith("- "):
            items.append(line)
        else:
            items[-1] += " " + line.strip()
    if all(item.startswith("- ") for item in items):
        return [r"- \ " + inline(item[2:]) for item in items]
    prefix = "| " if len(items) > 1 else ""
    return [prefix + _item(item) for item in items]


def _item(item: str) -> str:
    label = LABEL.match(item)
    if label and label[1] in FIELDS:
        return f"**{label[1]}:** {inline(item[label.end() :])}"
    if label and label[1].islower() and " " not in label[1]:
        return rf"\ ``{label[1]}``: {inline(item[label.end() :])}"
    return r"\ " + inline(item)


def to_rst(lines: list[str]) -> list[str]:
    """A whole docstring, paragraph by paragraph."""
    out: list[str] = []
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            paragraph.append(line)
        elif paragraph:
            out += [*block(paragraph), ""]
            paragraph = []
    return out


def rewrite(app: Any, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """autodoc's hook: replace the lines in place. Nothing is rewritten that is not simlib's."""
    if getattr(obj, "__module__", name).startswith("simlib") or name.startswith("simlib"):
        lines[:] = to_rst(lines)


def drop_object(app: Any, domain: str, kind: str, content: Any) -> None:
    """A class that stands on nothing but `object` need not say so."""
    for child in list(content.children):
        if child.astext() == "Bases: object":
            content.remove(child)


def setup(app: Any) -> dict[str, Any]:
    app.connect("autodoc-process-docstring", rewrite)
    app.connect("object-description-transform", drop_object)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
