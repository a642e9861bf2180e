"""MathJax from the installed package `sphinx-mathjax-offline`, copied into the site.

Only what a page can ask for is copied: the TeX-to-HTML bundle, its fonts, rare TeX packages, and what a
screen reader's user may switch on. That is a quarter of the package, and no request leaves the page.

In this file: `mathjax_folder`, `copy_mathjax`.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path
from typing import Any

PARTS = ["tex-chtml.js", "output/chtml/fonts", "input/tex/extensions", "a11y", "sre"]


def mathjax_folder() -> Path:
    """The folder of MathJax 3.2.2 in the installed package.

    Raises: FileNotFoundError when the package is not installed.
    """
    spec = find_spec("sphinx-mathjax-offline")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(
            "the book needs the package sphinx-mathjax-offline; got none: pip install -e '.[course]'"
        )
    return Path(spec.submodule_search_locations[0], "static", "mathjax")


def copy_mathjax(app: Any, error: Exception | None) -> None:
    """Copy the parts that are not there yet to _static/mathjax."""
    site = Path(app.outdir, "_static", "mathjax")
    if error is not None or app.builder.format != "html" or (site / ".complete").exists():
        return
    for part in PARTS:
        source, copy = mathjax_folder() / part, site / part
        copy.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, copy, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, copy)
    (site / ".complete").touch()


def setup(app: Any) -> dict[str, Any]:
    app.config["mathjax_path"] = "mathjax/tex-chtml.js"
    app.config["mathjax3_config"] = {"chtml": {"mtextInheritFont": True}}
    app.connect("build-finished", copy_mathjax)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
