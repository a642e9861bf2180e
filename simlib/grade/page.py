"""One page of feedback for each student: plain HTML that loads nothing and runs nothing.

All that comes from a student, their id included, is escaped.

In this file: `page`, `file_name`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from html import escape
from typing import Any

import simlib

WORDS = {
    "passed": ("&#10003;", "passed"),
    "failed": ("&#10007;", "not yet"),
    "not attempted": ("&ndash;", "to do"),
}
STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
h2 { margin-bottom: 0; } .points { color: GrayText; margin-top: 0; }
ul { list-style: none; padding-left: 0; } li span { display: inline-block; min-width: 5.5em; }
blockquote { margin: 0.5rem 0; padding: 0.4rem 0.9rem; border-left: 4px solid #0072b2; }
"""


def page(
    student: str,
    assignment: str,
    score: float | None,
    points: float,
    note: str,
    marks: Iterable[dict[str, Any]],
) -> str:
    """The feedback on one submission; `marks` as `judge.mark` gives them."""
    total = "not graded yet" if score is None else f"{round(score, 2):g} of {points:g} points"
    body = [f"<h1>{_text(assignment)}: {_text(student)}</h1>", f"<p><b>{total}</b></p>"]
    body += [f"<p>{_text(note)}</p>"] if note else []
    for mark in marks:
        body += _exercise(mark)
    body += [f"<p class=points>Graded by simlib {_text(simlib.__version__)}.</p>"]
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    head = [
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_text(assignment)}: {_text(student)}</title><style>{STYLE}</style>",
    ]
    text = ["<!doctype html>", '<html lang="en"><head>', *head, "</head><body>", *body, "</body></html>"]
    return "\n".join(text) + "\n"


def file_name(student: str, ending: str = ".html") -> str:
    """A file's name for any id: the id itself where it is tame, else its letters and a hash."""
    if re.fullmatch(r"[A-Za-z0-9_-]{1,64}", student):
        return f"{student}{ending}"
    letters = re.sub(r"[^A-Za-z0-9_-]+", "_", student)[:40]
    digest = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return f"{letters}.{digest}{ending}"


def _exercise(mark: dict[str, Any]) -> list[str]:
    score = f"{round(mark['score'], 2):g} of {mark['points']:g} points"
    lines = [f"<h2>{_text(mark['title'])}</h2>", f"<p class=points>{_text(mark['exercise'])}: {score}</p>"]
    if mark["checks"]:
        lines += ["<ul>", *(_check(check) for check in mark["checks"]), "</ul>"]
    lines += [f"<blockquote>{_text(mark['sentence'])}</blockquote>"] if mark["sentence"] else []
    return lines + ([f"<p>{_text(mark['note'])}</p>"] if mark["note"] else [])


def _check(check: dict[str, Any]) -> str:
    sign, word = WORDS[check["verdict"]]
    return f'<li><span><b aria-hidden="true">{sign}</b> {word}</span> {_text(check["check"])}</li>'


def _text(text: str) -> str:
    """Escaped, and without what does not print: a sign that turns the direction of writing, say."""
    return escape("".join(c if c.isprintable() else " " for c in text))
