"""The book's builder and its extensions, on a small book in a folder of its own, and the real one."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SENTENCE = 'Regret grows: UCB1 reaches 176 ± 2 & "epsilon-greedy" 696 ± 3 after 30000 rounds.'
PNG = base64.b64encode(
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
        "0000000c4944415408d763f8ffff3f0005fe02fea135810e0000000049454e44ae426082"
    )
).decode()


def notebook(title: str, plain: str | None, more: str = "") -> str:
    """A notebook with one stored figure, described by `plain`."""
    data = {"image/png": PNG} | ({} if plain is None else {"text/plain": plain})
    output = {"output_type": "execute_result", "execution_count": 1, "data": data, "metadata": {}}
    cells = [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": f"# {title}\n\nText, $x^2$. {more}"},
        {
            "cell_type": "code",
            "id": "b",
            "metadata": {},
            "source": "1",
            "execution_count": 1,
            "outputs": [output],
        },
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return json.dumps(
        {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
    )


def plant(root: Path) -> Path:
    """A tree with the real builder, settings and extensions, one chapter, one lab and one module."""
    for name in ("book/_ext", "book/_static"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    (root / "tools").mkdir()
    for name in ("tools/book.py", "book/conf.py", "book/parts.toml"):
        shutil.copyfile(ROOT / name, root / name)
    for name in ("index", "labs", "instructors", "api", "references"):
        shutil.copyfile(ROOT / f"book/{name}.md", root / f"book/{name}.md")
    put(
        root, "book/references.bib", "@misc{Slivkins2019, author={A. Slivkins}, title={Bandits}, year={2019}}"
    )
    put(root, "book/01_stochastic.md", "# The source, which Sphinx must not see {bad}`role`")
    put(root, "book/01_stochastic.ipynb", notebook("1 Small", SENTENCE, "[lab](../labs/one/lab.ipynb)"))
    put(root, "labs/one/lab.ipynb", notebook("Lab one", SENTENCE, "{cite}`Slivkins2019`"))
    put(root, "simlib/__init__.py", '"""The small library."""\n')
    put(root, "simlib/odd.py", ODD)
    return root


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small tree, to change."""
    return plant(tmp_path)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small tree whose book is built, to read."""
    root = plant(tmp_path_factory.mktemp("book"))
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root


ODD = '''"""A module whose docstrings would break in reStructuredText: *one, |two|, three_."""


def odd(mean, *pulls):
    """mean * sqrt(2 log t / n_) + |x| - `y` [a, b].

    mean (R, K) float
        an indented line
    pulls: several, and
    on a second line

        x = 1 * 2

    Raises: ValueError for `*`.
    Source: [Slivkins2019] Alg. 1.5
    """
'''


def put(root: Path, name: str, text: str) -> None:
    """Write a file, with its folders."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the tree's own builder."""
    command = [sys.executable, str(root / "tools/book.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)


def page(root: Path, name: str) -> str:
    """The HTML of a built page."""
    return (root / "_build/html" / f"{name}.html").read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_figure_has_its_sentence_as_text_and_as_a_caption_heard_once(good: Path) -> None:
    html = page(good, "book/01_stochastic")
    escaped = (
        "Regret grows: UCB1 reaches 176 ± 2 &amp; &quot;epsilon-greedy&quot; 696 ± 3 after 30000 rounds."
    )
    assert f'alt="{escaped}"' in html
    assert f'<p class="picture-caption" aria-hidden="true">{escaped}</p>' in html
    assert f'alt="{escaped}"' in page(good, "index")


@pytest.mark.slow
def test_a_notebook_page_offers_its_notebook(good: Path) -> None:
    html = page(good, "book/01_stochastic")
    assert 'href="../_notebooks/book/01_stochastic.ipynb" download="01_stochastic.ipynb"' in html
    assert "Download this chapter as a notebook (.ipynb)" in html
    copied = good / "_build/html/_notebooks/book/01_stochastic.ipynb"
    assert copied.read_bytes() == (good / "book/01_stochastic.ipynb").read_bytes()
    assert 'download="one_lab.ipynb"' in page(good, "labs/one/lab")
    assert "notebook-download" not in page(good, "index")


@pytest.mark.slow
def test_the_start_page_links_what_exists_and_names_what_is_coming(good: Path) -> None:
    index = page(good, "index")
    assert 'lang="en"' in index
    assert re.search(r'href="book/01_stochastic.html"><span class="std std-doc">1 Small', index)
    assert "coming: lower bounds" in index
    assert 'href="../labs/one/lab.html"' in page(good, "book/01_stochastic")


@pytest.mark.slow
def test_the_pages_name_no_other_place_to_fetch_from(good: Path) -> None:
    fetched = re.compile(r'<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)="((?:https?:)?//[^"]*)')
    for name in ("index", "book/01_stochastic", "api/simlib.odd", "search"):
        assert fetched.findall(page(good, name)) == [], name
    assert (good / "_build/html/_static/mathjax/tex-chtml.js").stat().st_size > 1_000_000


@pytest.mark.slow
def test_docstrings_are_shown_as_they_were_written(good: Path) -> None:
    html = page(good, "api/simlib.odd")
    text = unescape(re.sub(r"<[^>]+>", "", html))
    assert "*one, |two|, three_." in text
    assert "mean * sqrt(2 log t / n_) + |x| - y [a, b]." in text
    assert "pulls: several, and on a second line" in text
    assert re.search(r"^ *x = 1 \* 2$", text, re.MULTILINE)
    assert "<strong>Raises:</strong> ValueError for" in html
    assert re.search(r"<strong>Source:</strong>.*references.html#id", html)


@pytest.mark.slow
def test_a_figure_that_nothing_describes_fails_the_build_every_time(small: Path) -> None:
    put(small, "labs/a/lab.ipynb", notebook("A", None))
    put(small, "labs/b/lab.ipynb", notebook("B", "  "))
    put(small, "labs/c/lab.ipynb", notebook("C", "<Figure size 640x480 with 1 Axes>"))
    put(small, "labs/d/lab.ipynb", notebook("D", SENTENCE, '\n\n<img src="x.png" alt="">'))
    put(small, "labs/e/lab.ipynb", notebook("E", SENTENCE, "\n\n![](../../pictures/01_stochastic.png)"))
    for attempt in ("first", "second"):
        done = build(small)
        assert done.returncode == 1, attempt
        for said in (
            "page labs/a/lab: the figure of cell 2 has no alternative text",
            "page labs/b/lab: the figure of cell 2 has no alternative text",
            "page labs/c/lab: the figure of cell 2 has as alternative text only '<Figure size 640x480",
            "page labs/d/lab: an HTML image",
            "page labs/e/lab: the figure pictures/01_stochastic.png has no alternative text",
        ):
            assert done.stderr.count(said) == 1, (attempt, said, done.stderr)
        assert "page labs/one/lab" not in done.stderr


@pytest.mark.slow
def test_only_a_change_starts_sphinx(small: Path) -> None:
    assert build(small).returncode == 0
    assert build(small).stdout.startswith("book: nothing changed")
    changes = {
        "book/01_stochastic.ipynb": notebook(
            "1 Small", SENTENCE, "A NEW SENTENCE. [lab](../labs/one/lab.ipynb)"
        ),
        "simlib/odd.py": ODD.replace("an indented line", "A NEW SENTENCE"),
        "book/_static/book.css": "/* A NEW SENTENCE */",
    }
    seen = ["book/01_stochastic.html", "api/simlib.odd.html", "_static/book.css"]
    for (name, text), shown in zip(changes.items(), seen, strict=True):
        put(small, name, text)
        done = build(small)
        assert (done.returncode, "nothing changed" in done.stdout) == (0, False), done.stderr
        assert "A NEW SENTENCE" in (small / "_build/html" / shown).read_text(encoding="utf-8")
    put(small, "book/01_stochastic.md", "# The source may change: the notebook is what is shown")
    assert "nothing changed" in build(small).stdout


@pytest.mark.slow
def test_a_new_title_reaches_every_sidebar_and_a_lost_page_goes(small: Path) -> None:
    assert build(small).returncode == 0
    put(small, "book/01_stochastic.ipynb", notebook("1 Renamed", SENTENCE))
    shutil.rmtree(small / "labs/one")
    put(small, "labs/two/lab.ipynb", notebook("Lab two", SENTENCE, "{cite}`Slivkins2019`"))
    assert build(small).returncode == 0
    assert "1 Renamed" in page(small, "api/simlib.odd")
    assert not (small / "_build/html/labs/one/lab.html").exists()
    assert "Lab two" in page(small, "book/01_stochastic")


def test_a_chapter_without_its_notebook_is_refused(small: Path) -> None:
    put(small, "book/02_lower_bounds.md", "# 2 Lower bounds")
    done = build(small)
    assert done.returncode == 2
    assert done.stderr == (
        "book: book/02_lower_bounds.md must have its notebook beside it; got none: run `make notebooks`\n"
    )


@pytest.mark.slow
def test_the_real_book_builds_without_a_warning() -> None:
    done = build(ROOT)
    assert done.returncode == 0, done.stderr
    assert (ROOT / "_build/html/index.html").exists()
