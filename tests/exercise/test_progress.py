"""A student's record: what is counted, what is shown, and that nothing is lost or written elsewhere."""

import json
import os

import numpy as np
import pytest

from simlib.exercise.card import exercise_names, load_exercise
from simlib.exercise.check import check
from simlib.exercise.progress import hint, load_progress, progress_table, record_try, solution

NAME = "01_stochastic/ucb1_index_range"


def wrong(reward_mean, pulls, t, low, high):
    return np.where(pulls > 0, reward_mean, np.inf)


def stub(*args):
    raise NotImplementedError


def test_tries_and_the_best_points_are_kept(student):
    check(NAME, wrong)
    record_try(NAME, 3.0, 4.0, student)
    record_try(NAME, 1.0, 4.0, student)
    record = load_progress(student)[0][NAME]
    assert (record.tries, record.points, record.of) == (3, 3.0, 4.0)
    assert [path.name for path in student.iterdir() if path.name != ".simlib-student"] == ["progress.json"]


def test_an_unanswered_stub_is_no_try(student):
    check(NAME, stub)
    assert not (student / "progress.json").exists()


def test_hints_come_one_by_one(student):
    texts = [hint(NAME) for _ in range(4)]
    assert [text[:11] for text in texts] == [
        "Hint 1 of 3",
        "Hint 2 of 3",
        "Hint 3 of 3",
        "Hint 3 of 3",
    ]
    assert "last hint" in texts[3]
    assert "last hint" not in texts[2]
    assert load_progress(student)[0][NAME].hints == 3
    assert hint(NAME, 1).startswith("Hint 1 of 3")
    assert load_progress(student)[0][NAME].hints == 3


def test_hints_without_a_students_folder(tmp_path):
    before = sorted(tmp_path.rglob("*"))
    assert hint(NAME).startswith("Hint 1")
    assert hint(NAME).startswith("Hint 1")
    assert "nothing is remembered" in hint(NAME)
    assert hint(NAME, 3).startswith("Hint 3")
    assert "nothing" not in hint(NAME, 2).split("\n")[0]
    assert sorted(tmp_path.rglob("*")) == before
    with pytest.raises(ValueError, match="number must be 1, 2 or 3; got 4"):
        hint(NAME, 4)
    with pytest.raises(LookupError):
        hint("01_stochastic/nothing")


def test_the_solution_is_shown_after_two_tries(student):
    assert solution(NAME).startswith(f"The solution of {NAME} is shown after 2 tries.")
    check(NAME, wrong)
    assert "after one more try" in solution(NAME)
    check(NAME, wrong)
    assert "def ucb1_index_range" in solution(NAME)
    assert "Hoeffding" in solution(NAME)


def test_no_solution_without_a_students_folder():
    assert "def " not in solution(NAME)
    assert "simlib start" in solution(NAME)


def test_the_table(student):
    hint(NAME)
    record_try(NAME, 2.0, 4.0, student)
    lines = progress_table().split("\n")
    assert lines[0].split() == ["exercise", "tries", "hints", "points"]
    assert any(line.split() == [NAME, "1", "1", "2", "of", "4"] for line in lines)
    total = sum(load_exercise(name).points for name in exercise_names())
    assert lines[-1].split() == ["all", "2", "of", f"{total:g}"]


def test_commands_given_beside_the_students_folder(student, monkeypatch):
    """`simlib hint` in the course's folder, with the student's work in my/; `check` there writes nothing."""
    record_try(NAME, 2.0, 4.0, student)
    monkeypatch.chdir(student.parent)
    assert hint(NAME).startswith("Hint 1")
    assert hint(NAME).startswith("Hint 2")
    assert "one more try" in solution(NAME)
    check(NAME, wrong)
    assert load_progress(student)[0][NAME].tries == 1
    assert "2 of 4" in progress_table()


def test_the_table_without_a_students_folder():
    assert "not a student's folder" in progress_table()


BROKEN = [
    "",
    "{",
    "[]",
    "null",
    "\udcff",
    '{"exercises": {"a": {"tries": "x"}}}',
    '{"exercises": {"a": {"tries": -1}}}',
    '{"exercises": {"a": {"points": NaN}}}',
    '{"exercises": {"a": {"other": 1}}}',
]


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_record_is_moved_aside(student, text):
    content = text.encode("utf-8", "surrogateescape")
    (student / "progress.json").write_bytes(content)
    report = check(NAME, wrong)
    assert "progress.json.broken1" in report.note
    assert report.note in repr(report)
    assert (student / "progress.json.broken1").read_bytes() == content
    assert load_progress(student)[0][NAME].tries == 1
    (student / "progress.json").write_bytes(content)
    assert "progress.json.broken2" in hint(NAME)


def test_the_file_is_replaced_in_one_step(student, monkeypatch):
    """If the disk fills up the old record stays, the check still reports, and no scrap is left."""
    record_try(NAME, 1.0, 4.0, student)
    before = (student / "progress.json").read_bytes()

    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    report = check(NAME, wrong)
    assert "No space left" in report.note
    assert report.attempted
    assert (student / "progress.json").read_bytes() == before
    assert len(list(student.iterdir())) == 2


def test_the_file_is_plain_json(student):
    record_try(NAME, 1.5, 4.0, student)
    content = json.loads((student / "progress.json").read_text())
    assert content == {"exercises": {NAME: {"tries": 1, "hints": 0, "points": 1.5, "of": 4.0}}}
