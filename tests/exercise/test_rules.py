"""House rules read off source text: what answers import, what checks may do, what texts give away."""

from pathlib import Path

import pytest

from simlib.exercise.card import exercise_names, load_exercise
from simlib.exercise.rules import checks_problems, import_problems, leaks

NAMES = exercise_names(Path(__file__).parents[2])


@pytest.mark.parametrize("name", NAMES)
def test_checks_reach_the_answer_only_through_the_contract(name):
    """So the same checks.py judges an answer in another process."""
    assert checks_problems(load_exercise(name).source("checks.py")) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("import os", "imports os"),
        ("from simlib.exercise.answer import LocalAnswer", "imports simlib.exercise.answer"),
        ("from .x import y", "imports .x"),
        ("def f(answer): return answer._host", "uses _host"),
        ("def f(answer): return answer.transcript", "asks an answer for transcript"),
        ("def f(answer): return getattr(answer, 'x')", "uses getattr"),
        ("def check_x(answer):\n    'Name.'", "must take (answer, rng)"),
        ("def check_x(answer, rng): pass", "must have a docstring"),
    ],
)
def test_what_breaks_the_contract_is_found(line, words):
    assert any(words in problem for problem in checks_problems(line))


def test_imports():
    source = "import numpy as np\nfrom math import log\nfrom __future__ import annotations\n"
    assert import_problems(source, ("numpy", "math")) == []
    assert import_problems("import numpy.linalg", ("numpy",)) == []
    assert import_problems("def f():\n    from simlib.bandit.ucb1 import ucb1_index", ("numpy",)) == [
        "imports simlib; this exercise allows numpy"
    ]
    assert import_problems("from . import x", ("numpy",)) != []


def test_leaks_ignore_spaces_and_what_the_stub_gives():
    code = "import numpy as np\n\n\ndef f(x):\n    return np.maximum(x, 17) / 3\n"
    stub = "import numpy as np\n\n\ndef f(x):\n    raise NotImplementedError\n"
    told = ["Try `return np.maximum(x,17)/3` here."]
    assert leaks('"""Why."""\n' + code, stub, told) == ["returnnp.maximum(x,17)/3"]
    assert leaks(code, stub, ["import numpy as np", "Take the larger and divide."]) == []
