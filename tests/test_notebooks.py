"""The notebooks' tools, on a small book in a copy of the tree: what is stale, what is refused, what is lost.

Two layers guard the stored outputs. The hashes see every change that nobody forged; nbval runs the code
again and sees forged text. One hole is left, on purpose: a figure's pixels replaced and the hash forged.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HEADER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3 (ipykernel)
  language: python
  name: python3
---
"""
SMALL = """
# 1 Small

A sentence.

```{code-cell} ipython3
from simlib import plot, size
from simlib.rng import stream

list = stream(0, "small").random(3).round(3)
print(list, size.current())


def check(name, function):
    print(f"{name}: not attempted")
```

```{code-cell} ipython3
:tags: [remove-input]

figure, axes = plot.new_axes("Small", "x", "y")
axes.plot(list)
plot.Picture(figure, f"A line through {list[0]}, {list[1]} and {list[2]}.")
```

Before the exercise.

```{exercise} small/double
```

After it.

```{code-cell} ipython3
print("the end")
```
"""
CARD = """---
title: Twice
minutes: 2
points: 1
modules: [numpy]
answers: [double]
---
Double a number.

## Hint 1
One.
## Hint 2
Two.
## Hint 3
Three.
## Further
Why?
"""
PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
FORGE = (
    "import json, sys, notebook_state as s; p = sys.argv[1]; n = json.load(open(p));"
    "n['metadata']['simlib'] |= {'outputs': s.outputs_hash(n), 'cells': s.cells_hash(n)};"
    "json.dump(n, open(p, 'w'))"
)


def run(tree: Path, tool: str, *arguments: object) -> subprocess.CompletedProcess:
    """One of the copy's own tools."""
    line = [sys.executable, str(tree / "tools" / tool), *map(str, arguments)]
    return subprocess.run(line, capture_output=True, text=True, cwd=tree.parent, timeout=120)


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def edit(ipynb: Path, change: Callable[[dict], None]) -> None:
    """Change a notebook and save it as an editor would, with other spacing."""
    notebook = json.loads(ipynb.read_text(encoding="utf-8"))
    change(notebook)
    ipynb.write_text(json.dumps(notebook, indent=2), encoding="utf-8")


def forge(ipynb: Path) -> None:
    """Make the hashes agree with the tampered content."""
    line = [sys.executable, "-c", FORGE, str(ipynb)]
    subprocess.run(line, check=True, cwd=ipynb.parents[1] / "tools")


def set_data(kind: str, value: str) -> Callable[[dict], None]:
    """A change of the figure's output."""

    def change(notebook: dict) -> None:
        (output,) = [o for c in notebook["cells"] for o in c.get("outputs", []) if "image/png" in o["data"]]
        output["data"][kind] = value

    return change


def set_text(index: int, text: str) -> Callable[[dict], None]:
    """A change of one cell's source."""
    return lambda notebook: notebook["cells"][index].update(source=text)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small tree with the real tools and library and one executed notebook, to copy."""
    tree = tmp_path_factory.mktemp("built") / "tree"
    shutil.copytree(ROOT / "simlib", tree / "simlib", ignore=shutil.ignore_patterns("__pycache__"))
    (tree / "tools").mkdir()
    for name in ("fixed_env.py", "nbval.py", "nbval_sanitize.cfg", "notebooks.py"):
        shutil.copyfile(ROOT / "tools" / name, tree / "tools" / name)
    for path in (ROOT / "tools").glob("notebook_*.py"):
        shutil.copyfile(path, tree / "tools" / path.name)
    put(tree / "constraints.txt", "numpy==2.4.6\n")
    put(tree / "exercises/small/double/card.md", CARD)
    put(tree / "exercises/small/double/stub.py", "def double(x):\n    raise NotImplementedError\n")
    put(tree / "exercises/small/double/answer.py", "")
    put(tree / "exercises/small/double/checks.py", "")
    put(tree / "book/01_small.md", HEADER + SMALL)
    put(tree / "book/index.md", "# Not a notebook\n")
    done = run(tree, "notebooks.py", "sync")
    assert done.returncode == 0, done.stdout + done.stderr
    return tree


@pytest.fixture
def tree(built: Path, tmp_path: Path) -> Path:
    """A copy of the small tree, to tamper with."""
    return shutil.copytree(built, tmp_path / "tree", ignore=shutil.ignore_patterns("__pycache__"))


@pytest.fixture
def md(tree: Path) -> Path:
    return tree / "book" / "01_small.md"


@pytest.fixture
def ipynb(tree: Path) -> Path:
    return tree / "book" / "01_small.ipynb"


# what is written


def test_a_notebook_has_outputs_stable_ids_and_nothing_of_this_machine(built):
    text = (built / "book" / "01_small.ipynb").read_text(encoding="utf-8")
    notebook = json.loads(text)
    assert text.endswith("}\n")
    assert str(built) not in text
    assert "3.1" not in json.dumps(notebook["metadata"])  # no version of Python
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in code] == [1, 2, 3, 4, 5]
    assert code[0]["outputs"][0]["text"][0].endswith("quick\n")
    assert all("execution" not in cell["metadata"] for cell in code)


def test_an_exercise_becomes_its_card_its_stub_and_its_check(built):
    cells = json.loads((built / "book" / "01_small.ipynb").read_text())["cells"]
    card, stub, check = [c for c in cells if c["metadata"].get("simlib", {}).get("exercise")]
    assert "".join(card["source"]).startswith("### Exercise: Twice\n")
    assert "".join(stub["source"]).startswith("# answer: small/double\ndef double(x):")
    assert stub["metadata"]["tags"] == ["answer:small/double"]
    assert check["source"] == ['check("small/double", double)']
    assert "not attempted" in check["outputs"][0]["text"][0]


def test_the_files_that_the_kernel_imported_are_known(built):
    kept = json.loads((built / "book" / "01_small.ipynb").read_text())["metadata"]["simlib"]
    files = set(kept["files"])
    assert {"simlib/rng.py", "simlib/plot.py", "simlib/size.py", "simlib/validate.py"} <= files
    assert not files & {"simlib/course.py", "simlib/cli.py", "simlib/doctor.py"}


# what is stale

STALE: dict[str, tuple[Callable[[Path], object], str]] = {
    "source": (lambda t: replace(t / "book/01_small.md", "A sentence", "Another"), "the .md changed"),
    "versions": (lambda t: put(t / "constraints.txt", "numpy==2.4.7\n"), "constraints.txt changed"),
    "environment": (
        lambda t: replace(t / "tools/fixed_env.py", '"SIMLIB_SIZE": "quick"', '"SIMLIB_SIZE": "course"'),
        "fixed_env.py changed",
    ),
    "library": (
        lambda t: replace(t / "simlib/rng.py", '"""', '"""', 0) or (t / "simlib/rng.py").open("a").write("#"),
        "code that it imports changed: simlib/rng.py",
    ),
    "stub": (
        lambda t: put(t / "exercises/small/double/stub.py", "def double(y):\n    pass\n"),
        "exercises changed after the outputs were made: small/double",
    ),
    "figure": (
        lambda t: edit(t / "book/01_small.ipynb", set_data("image/png", PNG)),
        "outputs were edited by hand",
    ),
    "cell": (lambda t: edit(t / "book/01_small.ipynb", set_text(0, "# New")), "edits that the .md lacks"),
    "tag": (
        lambda t: edit(t / "book/01_small.ipynb", lambda n: n["cells"][1]["metadata"].update(tags=["wide"])),
        "edits that the .md lacks",
    ),
    "missing": (lambda t: (t / "book/01_small.ipynb").unlink(), "never executed"),
    "broken": (lambda t: put(t / "book/01_small.ipynb", "<<<<<<< HEAD"), "cannot be read"),
    "foreign": (
        lambda t: edit(t / "book/01_small.ipynb", lambda n: n["metadata"].pop("simlib")),
        "not written by make notebooks",
    ),
}
