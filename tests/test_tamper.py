"""`make test` notices tampering: each of six ways makes its step fail, in a copy that passed before.

The copy holds the real tree with one chapter, 00_start, and of the tests only the house rules.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import mutants  # noqa: E402  (lies in tools/)
import notebook_state  # noqa: E402
import run  # noqa: E402

CHAPTER = "book/00_start"
FRESH, NBVAL, BOOK = "notebooks are fresh", "notebooks run again, outputs compared", "the book"
LAYERS, TESTS = "layers", "tests"
Tamper = Callable[[str, Callable[[str], str]], None]

pytestmark = pytest.mark.slow


def call(tree: Path, *command: str) -> tuple[int, str]:
    """Exit code and words of a command in the copy, with the simlib of the copy."""
    own = {"PYTHONPATH": str(tree), "SIMLIB_COURSE": str(tree), "OMP_NUM_THREADS": "1"}
    # these tests may themselves run under pytest-xdist
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    line = [sys.executable, *command]
    done = subprocess.run(line, cwd=tree, env={**kept, **own}, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout + done.stderr


def make_test(tree: Path, *steps: str) -> tuple[int, str]:
    """What these steps of `make test` say of the copy: exit code and words."""
    return call(tree, "tools/run.py", "test", *(word for step in steps for word in ("--only", step)))


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, small enough to be quick, its one notebook built."""
    copy = mutants.copy_tree(tmp_path_factory.mktemp("tamper") / "tree")
    for path in [*copy.glob("book/[0-9A]*_*"), *copy.glob("tests/*"), *copy.glob("labs/*")]:
        kept = path.stem == "00_start" or path.name in ("conftest.py", "test_house.py", "mutants")
        if not kept:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    source = copy / f"{CHAPTER}.md"
    # no links to what was left out
    source.write_text(re.sub(r"\[([^\]]*)\]\([^)]*\.ipynb\)", r"\1", source.read_text()))
    code, said = call(copy, "tools/notebooks.py", "sync", f"{CHAPTER}.md")
    assert code == 0, said
    return copy


@pytest.fixture
def tamper(tree: Path) -> Iterator[Tamper]:
    """Changes a file of the copy, or makes one; all is as before afterwards."""
    before: dict[Path, str | None] = {}

    def change(name: str, edit: Callable[[str], str]) -> None:
        path = tree / name
        before.setdefault(path, path.read_text() if path.exists() else None)
        after = edit(before[path] or "")
        assert after != before[path]
        path.write_text(after)

    yield change
    for path, text in before.items():
        path.write_text(text) if text is not None else path.unlink()


def in_notebook(change: Callable[[dict], None], forged: bool = False) -> Callable[[str], str]:
    """A change of the notebook, with the hashes made to agree if `forged`."""

    def edit(text: str) -> str:
        notebook = json.loads(text)
        change(notebook)
        if forged:
            notebook["metadata"]["simlib"]["outputs"] = notebook_state.outputs_hash(notebook)
        return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False)

    return edit


def next_digit(text: str | list[str]) -> str:
    """The text with its first digit changed."""
    return re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), "".join(text), count=1)


def other_text(notebook: dict) -> None:
    """Another digit in the first text that a cell printed."""
    outputs = [out for cell in notebook["cells"] for out in cell.get("outputs", []) if "text" in out]
    outputs[0]["text"] = next_digit(outputs[0]["text"])


def figure(notebook: dict) -> dict:
    """The data of the first figure."""
    outputs = [out for cell in notebook["cells"] for out in cell.get("outputs", [])]
    return next(out["data"] for out in outputs if "image/png" in out.get("data", {}))


def other_sentence(notebook: dict) -> None:
    """Another digit in the sentence of the first figure."""
    figure(notebook)["text/plain"] = next_digit(figure(notebook)["text/plain"])


def test_the_untampered_copy_passes_each_of_these_steps(tree):
    code, said = make_test(tree, FRESH, NBVAL, BOOK, LAYERS, TESTS)
    assert code == 0, said
    passed, failed, skipped = map(int, re.findall(r"\d+", said.splitlines()[-1]))
    assert passed > 20
    assert (failed, skipped) == (0, 0)
    assert {FRESH, NBVAL, BOOK, LAYERS, TESTS} < {step.name for step in run.steps("0", quick=False)}


@pytest.mark.parametrize("change", [other_text, other_sentence])
def test_a_tampered_output_is_stale_and_with_its_hash_forged_it_is_not_what_the_code_gives(
    tree, tamper, change
):
    tamper(f"{CHAPTER}.ipynb", in_notebook(change))
    code, said = make_test(tree, FRESH)
    assert (code, f"{CHAPTER}.md: its outputs were edited by hand" in said) == (1, True), said
    tamper(f"{CHAPTER}.ipynb", in_notebook(change, forged=True))
    code, said = make_test(tree, FRESH, NBVAL)
    assert (code, "1 notebooks, 0 stale" in said) == (1, True), said
    assert re.search(r"mismatch 'text(/plain)?'|Cell outputs differ", said), said
    assert re.search(r"^simlib: \d+ passed, 1 failed", said, re.MULTILINE), said


def test_a_source_that_was_edited_and_not_built_is_stale(tree, tamper):
    tamper(f"{CHAPTER}.md", lambda text: text.replace("It asks a question", "It poses a question"))
    code, said = make_test(tree, FRESH)
    assert (code, f"{CHAPTER}.md: the .md changed after" in said) == (1, True), said


def test_a_figure_without_its_text_stops_the_book(tree, tamper):
    tamper(f"{CHAPTER}.ipynb", in_notebook(lambda notebook: figure(notebook).pop("text/plain")))
    code, said = make_test(tree, BOOK)
    assert (code, f"page {CHAPTER}: the figure of cell" in said) == (1, True), said
    assert "has no alternative text" in said


def test_an_import_against_the_layers_is_refused(tree, tamper):
    tamper("simlib/rng.py", lambda text: text + "\n\nimport simlib.plot  # noqa\n")
    code, said = make_test(tree, LAYERS)
    assert (code, "simlib.rng -> simlib.plot" in said) == (1, True), said


def test_an_assertion_that_cannot_fail_is_refused(tree, tamper):
    text = "import numpy as np\n\n\ndef test_new():\n    assert 1 < 2\n    np.allclose(1, 2)\n"
    tamper("tests/test_new.py", lambda _: text)
    code, said = make_test(tree, TESTS)
    assert code == 1, said
    assert "tests/test_new.py: line 6: computed and thrown away: np.allclose(1, 2)" in said
    assert re.search(r"^simlib: \d+ passed, 1 failed, 0 skipped$", said, re.MULTILINE), said
