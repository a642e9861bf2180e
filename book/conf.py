"""Sphinx settings of the book. Nothing is executed and nothing is fetched: stored outputs, local files."""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE / "_ext")]

project = "From bandits to RLHF"
author = "the simlib authors"
copyright = "the simlib authors. Text CC BY 4.0, code BSD-3-Clause"
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.mathjax",
    "sphinx_copybutton",
    "sphinx_design",
    "sphinxcontrib.bibtex",
    "book_alt",
    "book_docstring",
    "book_download",
    "book_mathjax",
]
exclude_patterns = ["**/.ipynb_checkpoints"]

# Notebooks: the outputs that are stored in them, and only those
nb_execution_mode = "off"
nb_merge_streams = True
nb_ipywidgets_js = {}  # else a page with a widget's state would fetch scripts from elsewhere
myst_enable_extensions = ["amsmath", "attrs_block", "attrs_inline", "colon_fence", "deflist", "dollarmath"]
myst_heading_anchors = 3

# The API: our docstrings are plain text (book_docstring.py), in the order of the file
autodoc_default_options = {"members": True, "member-order": "bysource", "show-inheritance": True}
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
python_maximum_signature_line_length = 88
add_module_names = False
toc_object_entries_show_parents = "hide"

bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "plain"
bibtex_reference_style = "author_year"

copybutton_selector = "div:not(.output) > div.highlight pre"
copybutton_prompt_text = r">>> |\.\.\. |\$ "
copybutton_prompt_is_regexp = True

html_theme = "sphinx_book_theme"
html_title = project
html_logo = "_static/favicon.svg"
html_favicon = "_static/favicon.svg"
html_static_path = ["_static"]
html_css_files = ["book.css"]
html_js_files = ["book.js"]
html_show_sourcelink = False
html_use_index = False
html_domain_indices = False
html_copy_source = False
html_show_sphinx = False
html_last_updated_fmt = None
html_theme_options = {
    "logo": {"text": project, "alt_text": "Start of the book"},
    "navbar_persistent": [],
    "footer_content_items": ["copyright.html"],
    "home_page_in_toc": False,
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "use_repository_button": False,
    "back_to_top_button": False,
}
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system says
