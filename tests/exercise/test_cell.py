"""The cells of an answer, found in any notebook, and without what only IPython understands."""

import pytest

from simlib.exercise.cell import answer_cells, code_cells, without_magics

NAME = "01/one"


def notebook(*cells):
    return {
        "cells": [
            {"cell_type": "code", "source": source, "metadata": {"tags": tags}} for source, *tags in cells
        ]
    }


def test_answers_and_setups_in_their_order():
    cells = code_cells(
        notebook(
            ("import math", f"setup:{NAME}"),
            ("other = 1",),
            ("def f(): return 1", f"answer:{NAME}"),
            (f"# answer: {NAME}\ndef g(): return 2",),
            ("def h(): return 3", "answer:01/two"),
            (f"#setup:{NAME}\nx = 4", "anything"),
        )
    )
    sources, answers = answer_cells(cells, NAME)
    assert answers == 2
    assert sources == [
        "import math",
        "def f(): return 1",
        f"# answer: {NAME}\ndef g(): return 2",
        f"#setup:{NAME}\nx = 4",
    ]


def test_a_setup_alone_is_no_answer():
    assert answer_cells(code_cells(notebook(("x = 1", f"setup:{NAME}"))), NAME) == (["x = 1"], 0)


@pytest.mark.parametrize(
    ("source", "namespace"),
    [
        ("%matplotlib inline\nx = 1", {"x": 1}),
        ("%%time\nx = 1", {"x": 1}),
        ("!pip install numpy\nx = 1", {"x": 1}),
        ("x = 1\nx?\nstr.join??", {"x": 1}),
        ("if True:\n    %timeit 1\n    x = 1", {"x": 1}),
        ("if True:\n    !ls", {}),
        ("x = 7 \\\n% 3", {"x": 1}),
        ('x = """\n%time\n!ls\n"""', {"x": "\n%time\n!ls\n"}),
        ("x = 1 != 2", {"x": True}),
    ],
)
def test_magics_are_taken_out_and_python_stays(source, namespace):
    found: dict = {}
    exec(without_magics([source]), found)
    assert {name: value for name, value in found.items() if name != "__builtins__"} == namespace


def test_a_bad_cell_does_not_spoil_a_good_one():
    assert without_magics(["%ls", "x = 7 \\\n% 3"]) == "pass\n\nx = 7 \\\n% 3"


def test_long_lines_take_no_time():
    import time

    start = time.perf_counter()
    without_magics(["a" * 200_000 + " (", "?" * 200_000, " " * 200_000 + "x ?!", "a." * 100_000 + "!"])
    assert time.perf_counter() - start < 5
