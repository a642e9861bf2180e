"""Figures that everyone can read: the stored sentence of a picture becomes its alternative text.

A `Picture` is stored in the notebook as a PNG and one sentence (text/plain). Both stand side by side in
the page's tree. The sentence becomes the figure's alt text and, set quietly below it, its caption; the
caption is hidden from screen readers, which have just read the alt text.
A figure that nothing describes is a warning, and the book is built with warnings as errors.

In this file: `alt_problem`, the rule; `describe`, which sets the text; `check_images`.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from docutils import nodes
from sphinx.util import logging

logger = logging.getLogger(__name__)
IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def alt_problem(alt: str, uri: str = "") -> str | None:
    """What is wrong with an alternative text, or None.

    Empty, the path or name of the file, or an object's repr (`<Figure size 640x480 with 1 Axes>`).
    """
    alt = " ".join(alt.split())
    if not alt:
        return "has no alternative text"
    if uri and alt in (uri, PurePosixPath(uri).name, PurePosixPath(uri).stem):
        return "has its file name as alternative text"
    if alt.startswith("<"):
        return f"has as alternative text only {alt[:60]!r}"
    return None


def describe(app: Any, doctree: nodes.document) -> None:
    """Give each figure of a code cell its stored sentence, as alt text and as a caption."""
    for bundle in doctree.findall(_is_bundle):
        sentence = _sentence(bundle)
        if alt_problem(sentence):
            continue
        for part in bundle.children:
            for image in part.findall(nodes.image):
                if image.get("alt"):
                    continue
                image["alt"] = sentence
                image["classes"].append("picture")
                caption = f'<p class="picture-caption" aria-hidden="true">{html.escape(sentence)}</p>'
                image.parent.append(nodes.raw("", caption, format="html"))


def check_images(app: Any, doctree: nodes.document) -> None:
    """Warn about every figure without a usable alternative text, naming the page."""
    page = app.env.docname
    for image in doctree.findall(nodes.image):
        said = image.get("alt", "") or _sentence(_bundle_of(image))
        problem = alt_problem(said, image.get("uri", ""))
        if problem:
            _warn(page, f"{_cell_of(image)} {problem}")
    for raw in doctree.findall(nodes.raw):
        for tag in IMG.findall(raw.astext()):
            found = ALT.search(tag)
            problem = alt_problem(html.unescape(found[1] or found[2] or "") if found else "")
            if problem:
                _warn(page, f"an HTML image ({tag[:60]}) {problem}")


def _warn(page: str, what: str) -> None:
    message = "page %s: %s; end the cell with a Picture, or write the text as ![what it shows](file)"
    logger.warning(message, page, what, type="book", subtype="alt", location=page)


def _is_bundle(node: nodes.Node) -> bool:
    return isinstance(node, nodes.container) and node.get("nb_element") == "mime_bundle"


def _parents(node: nodes.Node) -> Iterator[nodes.Element]:
    while node.parent is not None:
        node = node.parent
        yield node


def _bundle_of(image: nodes.Node) -> nodes.Element | None:
    return next((node for node in _parents(image) if _is_bundle(node)), None)


def _cell_of(image: nodes.Node) -> str:
    for node in _parents(image):
        if node.get("nb_element") == "cell_code":
            return f"the figure of cell {node['cell_index'] + 1}"
    return f"the figure {image['uri']}" if isinstance(image, nodes.image) else "a figure"


def _sentence(bundle: nodes.Element | None) -> str:
    for part in bundle.children if bundle is not None else []:
        if isinstance(part, nodes.Element) and part.get("mime_type") == "text/plain":
            return " ".join(part.astext().split())
    return ""


def setup(app: Any) -> dict[str, Any]:
    app.connect("doctree-read", describe)
    app.connect("doctree-read", check_images)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
