"""The house rules: the tree obeys each of them, and each sees a bad example.

A rule that sees nothing would pass for ever, so every rule stands here twice.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

import house  # noqa: E402  (lies in tools/)
import house_tree  # noqa: E402

SIMLIB = sorted(ROOT.glob("simlib/**/*.py"))
LABS = sorted(ROOT.glob("labs/**/*.py"))
STUDENTS = ("tests/grade/attack", "tests/grade/course")  # not ours: what students hand in
TESTS = sorted(
    path for path in ROOT.glob("tests/**/*.py") if not path.relative_to(ROOT).as_posix().startswith(STUDENTS)
)
TOOLS = sorted([*ROOT.glob("tools/*.py"), *ROOT.glob("book/**/*.py"), *ROOT.glob("benchmarks/*.py")])
PAGES = sorted([ROOT / "README.md", *ROOT.glob("book/*.md"), *ROOT.glob("labs/**/*.md")])


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def offenders(rule: Callable[[str], list[str]], files: Iterable[Path]) -> str:
    """What the rule says of these files, a line for each offence."""
    return "\n".join(f"{path.relative_to(ROOT)}: {said}" for path in files for said in rule(text_of(path)))


# size and docstrings


def test_files_and_functions_are_short():
    assert offenders(house.too_long, [*SIMLIB, *LABS, *TOOLS]) == ""


def test_a_long_file_and_a_long_function_are_seen():
    body = 39 * "    x = 1\n"
    assert house.too_long(f"def f():\n{body}") == []
    assert house.too_long(f"class A:\n  def f():\n{body}    x = 1\n") == ["f has 41 lines, more than 40"]
    assert house.too_long(300 * "x = 1\n") == []
    assert house.too_long(301 * "x = 1\n") == ["the file has 301 lines, more than 300"]


def test_every_module_class_and_function_is_documented():
    assert offenders(house.undocumented, SIMLIB) == ""


def test_a_missing_docstring_is_seen():
    assert house.undocumented("") == ["the module has no docstring"]
    one, two = 'def f():\n    "F."\n', "class A:\n    pass\n"
    assert house.undocumented('"M."\n' + one + "def _g(): pass\n@app.command()\n" + one) == []
    assert house.undocumented('"M. In this file: f, A."\n' + one + two) == ["A has no docstring"]
    assert house.undocumented('"M."\n' + one + one.replace("f(", "g(")) == [
        "the module's docstring does not say what is in this file"
    ]


# imports


def borrowed(source: str) -> list[str]:
    """Names that a file imports from where they are not defined."""
    return house.not_where_imported(source, ROOT)


def borrowed_in_page(text: str) -> list[str]:
    """The same for the cells of a page."""
    return [said for cell in house_tree.code_cells(text) for said in borrowed(cell)]


def test_no_file_exports_what_another_defines():
    assert offenders(house.re_exports, ROOT.glob("simlib/**/__init__.py")) == ""
    code = [*SIMLIB, *LABS, *TOOLS, *ROOT.glob("exercises/**/*.py")]
    assert offenders(borrowed, [*code, *TESTS]) == ""
    assert offenders(borrowed_in_page, PAGES) == ""


def test_a_name_imported_from_elsewhere_is_seen():
    bad = '"Doc."\n__version__ = "1"\nfrom simlib.bandit.ucb1 import UCB1\n'
    assert house.re_exports(bad) == ["line 3: from simlib.bandit.ucb1 import UCB1"]
    assert borrowed("from simlib import rng\nfrom simlib.rng import stream") == []
    page = "```{code-cell} ipython3\nfrom simlib.bandit import ucb1, UCB1\n```\n\n```python\n%pip\n```\n"
    assert borrowed_in_page(page) == ["line 1: simlib.bandit does not define UCB1"]
    assert borrowed("from simlib.nosuch import x") == ["line 1: simlib.nosuch does not define x"]
    # ucb1 imports it; that does not make it a place to import it from
    assert borrowed("from simlib.bandit.ucb1 import MeanPolicy") == [
        "line 1: simlib.bandit.ucb1 does not define MeanPolicy"
    ]


def test_what_needs_torch_says_so():
    assert offenders(house.torch_unmarked, SIMLIB) == ""


def test_an_unmarked_torch_is_seen():
    assert house.torch_unmarked('"""Networks (torch)."""\nfrom torch import nn\n') == []
    assert house.torch_unmarked('"""Late."""\ndef f():\n    import torch\n') == []
    (said,) = house.torch_unmarked('"""Networks.\n\nWith (torch).\n"""\nimport torch.nn as nn\n')
    assert said.startswith("imports torch")
    (said,) = house.torch_unmarked('"""Networks (torch)."""\nimport torchvision_of_nothing\n')
    assert said.startswith("says (torch)")


# randomness


def test_nothing_draws_from_a_global_generator():
    assert offenders(house.global_state, [*SIMLIB, *LABS]) == ""


@pytest.mark.parametrize(
    "bad",
    [
        "import numpy as np\nx = np.random.rand(3)",
        "import numpy\nnumpy.random.seed(0)",
        "from numpy import random as r\nr.normal()",
        "from numpy.random import default_rng\ndefault_rng()",
        "import random\nrandom.shuffle(x)",
        "from random import choice\nchoice(x)",
        "import numpy as np\nnp.seterr(all='ignore')",
        "import torch\ntorch.manual_seed(0)",
    ],
)
def test_a_global_draw_or_setting_is_seen(bad):
    assert len(house.global_state(bad)) == 1


def test_a_generator_that_was_handed_over_is_no_global_draw():
    good = (
        "import numpy as np\nfrom x import random\ndef f(rng: np.random.Generator):\n    return rng.random(3)"
    )
    assert house.global_state(good) == []


# tests


def test_every_assertion_can_fail_and_no_test_is_excused():
    assert offenders(house.vacuous, TESTS) == ""
    assert offenders(house.excused, TESTS) == ""


@pytest.mark.parametrize(
    "bad",
    [
        "np.allclose(x, y)",
        "x == y",
        "not x.any()",
        "all(assert_close(a, b) for a, b in pairs)",
        "assert (x == y, 'they differ')",
        "assert True",
        "assert 'a sentence'",
        "assert (a == b for a, b in pairs)",
        "assert x == 3 or 'three'",
        "assert x.mean == x.mean",
        "assert len(x) >= 0",
        "def test_it():\n    simulate(x)",
        "with pytest.raises(ValueError):\n    f()",
    ],
)
def test_an_assertion_that_cannot_fail_is_seen(bad):
    assert len(house.vacuous(bad)) == 1


def test_assertions_that_can_fail_are_left_alone():
    good = """
def test_it():
    np.testing.assert_allclose(x, y)
    assert np.allclose(x, y), "they differ"
    assert f(3) == f(3)
    assert x or y
    assert len(x) >= 1
    with pytest.raises(ValueError, match="x must be"):
        f()
    with pytest.raises(ValueError) as error:
        f()
def test_law(): check_prob(3, 5, 0.5)
"""
    assert house.vacuous(good) == []


def test_an_excused_test_is_seen():
    for bad in (
        "@pytest.mark.skip\ndef f(): 1",
        "@pytest.mark.xfail(reason='x')\ndef f(): 1",
        "pytest.xfail()",
    ):
        assert len(house.excused(bad)) == 1
    assert house.excused("@pytest.mark.slow\ndef f():\n    pytest.skip('no chromium')") == []


def unproved(classes: Iterable[tuple[str, str]], mutated: Iterable[str]) -> list[str]:
    """Files with fewer than two mutants for each algorithm; (file, class) pairs, the mutants' files."""
    algorithms, mutants = Counter(file for file, _ in classes), Counter(mutated)
    return [
        f"{file}: {n} algorithms, {mutants[file]} mutants"
        for file, n in algorithms.items()
        if mutants[file] < 2 * n
    ]


def test_every_algorithm_has_two_mutants():
    classes = [(str(p.relative_to(ROOT)), name) for p in SIMLIB for name in house.policies(text_of(p))]
    assert {"UCB1", "EpsilonGreedy", "ExploreFirst"} <= {name for _, name in classes}
    mutated = [tomllib.loads(text_of(path))["file"] for path in ROOT.glob("tests/mutants/*.toml")]
    assert unproved(classes, mutated) == []


def test_an_algorithm_without_mutants_is_seen():
    source = (
        "class P:\n  def act(self): 1\nclass A(P):\n  def act(self): 1\nclass B(A):\n  def learn(self): 1\n"
    )
    assert house.policies(source) == ["A", "B"]
    assert unproved([("a.py", "A"), ("b.py", "B")], ["a.py", "a.py", "b.py"]) == [
        "b.py: 1 algorithms, 1 mutants"
    ]
    assert unproved([("a.py", "A"), ("a.py", "B")], 3 * ["a.py"]) == ["a.py: 2 algorithms, 3 mutants"]
