"""Every notebook page offers its notebook: a link below the title, and the file beside the site.

In this file: `add_link` and `copy_notebooks`; `target` and `file_name` say where the file goes.
"""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath
from typing import Any


def target(page: str) -> str:
    """Where the notebook of a page lies in the site: book/01_x -> _notebooks/book/01_x.ipynb."""
    return f"_notebooks/{page}.ipynb"


def file_name(page: str) -> str:
    """The name under which it is saved: labs/slivkins/lab -> slivkins_lab.ipynb."""
    return "_".join(PurePosixPath(page).parts[1:] or [page]) + ".ipynb"


def add_link(app: Any, page: str, template: str, context: dict[str, Any], doctree: Any) -> None:
    """Put the link right below the title of a page that comes from a notebook."""
    if doctree is None or not _is_notebook(app, page):
        return
    kind = "lab" if page.startswith("labs/") else "chapter"
    link = (
        f'</h1>\n<p class="notebook-download"><a href="{context["pathto"](target(page), 1)}" '
        f'download="{file_name(page)}">Download this {kind} as a notebook (.ipynb)</a></p>'
    )
    context["body"] = context["body"].replace("</h1>", link, 1)


def copy_notebooks(app: Any, error: Exception | None) -> None:
    """Copy the notebooks, unchanged, to where the links point."""
    if error is not None or app.builder.format != "html":
        return
    for page in app.env.found_docs:
        if _is_notebook(app, page):
            copy = Path(app.outdir, target(page))
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(app.env.doc2path(page), copy)


def _is_notebook(app: Any, page: str) -> bool:
    return str(app.env.doc2path(page)).endswith(".ipynb")


def setup(app: Any) -> dict[str, Any]:
    app.connect("html-page-context", add_link)
    app.connect("build-finished", copy_notebooks)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
