"""`check_file`: an answer in a .py file, or in the tagged cells of a notebook."""

import json

import pytest

from simlib.exercise.card import load_exercise
from simlib.exercise.progress import load_progress
from simlib.exercise.submission import check_file

NAME = "01_stochastic/ucb1_index_range"


@pytest.fixture
def right():
    return load_exercise(NAME).source("answer.py")


def cell(source, *tags, kind="code"):
    return {
        "cell_type": kind,
        "metadata": {"tags": list(tags)},
        "source": source.splitlines(keepends=True),
    }


def notebook(path, *cells):
    path.write_text(json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return path


def test_a_py_file(tmp_path, right):
    path = tmp_path / "mine.py"
    path.write_text(right)
    assert check_file(NAME, path).passed
    assert check_file(NAME, str(path)) == check_file(NAME, path)


def test_a_tagged_cell(tmp_path, right):
    other = cell("raise RuntimeError('other cells are not run')")
    path = notebook(
        tmp_path / "a.ipynb",
        other,
        cell("## text", f"answer:{NAME}", kind="markdown"),
        cell(right, f"answer:{NAME}"),
    )
    assert check_file(NAME, path).passed


@pytest.mark.parametrize("line", [f"# answer: {NAME}", f"#answer:{NAME}", f"\n#  answer : {NAME} "])
def test_a_cell_known_by_its_first_line(tmp_path, right, line):
    """An editor may lose the tags."""
    assert check_file(NAME, notebook(tmp_path / "a.ipynb", cell(f"{line}\n{right}"))).passed


def test_cells_run_together_in_order(tmp_path, right):
    tag = f"answer:{NAME}"
    head, body = right.split("def ", 1)
    path = notebook(tmp_path / "a.ipynb", cell(head, tag), cell("def " + body, tag))
    assert check_file(NAME, path).passed


def test_the_stub_is_not_attempted(tmp_path):
    stub = load_exercise(NAME).stub
    report = check_file(NAME, notebook(tmp_path / "a.ipynb", cell(stub, f"answer:{NAME}")))
    assert repr(report) == f"{NAME}: not attempted"
    path = tmp_path / "a.py"
    path.write_text("raise NotImplementedError")
    assert repr(check_file(NAME, path)) == f"{NAME}: not attempted"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("x = 1\ny = undefined_name", r'stops with NameError: .*line 2: "y = undefined_name"'),
        ("x = np.zeros(3)", r"stops with NameError: .* runs alone: import what it uses"),
        (
            "def ucb1_index_range(*arguments): return np.zeros(3)",
            r"NameError: .* runs alone: import what it uses",
        ),
        ("def f(:\n  pass", r"is not Python: .*line 1"),
        ("%matplotlib inline", "is not Python"),
        ("import sys\nsys.exit()", "imports sys; this exercise allows math and numpy"),
        ("exit()", "SystemExit|NameError"),
        ("from simlib.bandit.ucb1 import ucb1_index as ucb1_index_range", "imports simlib"),
        ("def other(): pass", "ucb1_index_range: define it in your answer"),
    ],
)
def test_what_cannot_run_fails_with_a_sentence(tmp_path, source, words):
    path = tmp_path / "a.py"
    path.write_text(source)
    report = check_file(NAME, path)
    assert report.attempted
    assert report.score == 0
    with pytest.raises(AssertionError, match=words):
        raise AssertionError(report.sentence)
    assert "FAIL" in repr(report)
    assert str(tmp_path) not in repr(report)


def test_usage_errors_are_sentences(tmp_path):
    with pytest.raises(FileNotFoundError, match="does not exist"):
        check_file(NAME, tmp_path / "nothing.py")
    (tmp_path / "a.txt").write_text("")
    with pytest.raises(ValueError, match=r"end in \.py or \.ipynb; got a\.txt"):
        check_file(NAME, tmp_path / "a.txt")
    with pytest.raises(ValueError, match=f"holds no answer to {NAME}"):
        check_file(NAME, notebook(tmp_path / "a.ipynb", cell("x = 1")))
    (tmp_path / "d.ipynb").write_text('{"cells": [3]}')
    with pytest.raises(ValueError, match=f"holds no answer to {NAME}"):
        check_file(NAME, tmp_path / "d.ipynb")
    for text in ("{", "[]", '{"cells": 3}', "[" * 100_000):
        (tmp_path / "b.ipynb").write_text(text)
        with pytest.raises(ValueError, match=r"readable as ipynb; b\.ipynb is not"):
            check_file(NAME, tmp_path / "b.ipynb")
    (tmp_path / "c.py").write_bytes(b"\xff\xfe")
    with pytest.raises(ValueError, match="readable as py"):
        check_file(NAME, tmp_path / "c.py")
    with pytest.raises(LookupError):
        check_file("01_stochastic/nothing", tmp_path / "a.txt")


def test_the_chapters_notebook_is_found(student, right, monkeypatch):
    notebook(student / "01_stochastic.ipynb", cell(right, f"answer:{NAME}"))
    assert check_file(NAME).passed
    monkeypatch.chdir(student.parent)
    assert check_file(NAME).passed
    assert check_file(NAME, student / "01_stochastic.ipynb").passed
    assert load_progress(student)[0][NAME].tries == 3
    monkeypatch.chdir("/")
    with pytest.raises(FileNotFoundError, match=r"my/01_stochastic\.ipynb does not exist"):
        check_file(NAME)


def test_a_try_from_a_file_counts(student, right):
    path = student / "mine.py"
    path.write_text(right.replace("2 * ", ""))
    report = check_file(NAME, path)
    assert report.misconception == "bank/wrong_lost_two.py"
    path.write_text("import os")
    check_file(NAME, path)
    assert load_progress(student)[0][NAME].tries == 2
