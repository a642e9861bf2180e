"""Cards: every exercise of the course loads; a malformed card is one sentence with file and field."""

import re

import pytest

from simlib.exercise.card import exercise_names, load_exercise

NAME = "01_stochastic/ucb1_index_range"


@pytest.mark.parametrize("name", ["01_stochastic/ucb1_index_range", "01_stochastic/decaying_greedy"])
def test_the_courses_exercises_load(name):
    assert name in exercise_names()
    exercise = load_exercise(name)
    assert exercise.name == name
    assert exercise.folder.is_dir()
    assert exercise.minutes in range(5, 61)
    assert exercise.points > 0
    assert len(exercise.hints) == 3
    assert all(len(hint) > 80 for hint in exercise.hints)
    assert "##" not in exercise.prompt
    assert exercise.further
    assert exercise.stub
    assert all(name in exercise.stub for name in exercise.answers)
    assert max(map(len, exercise.stub.splitlines())) <= 72


def test_unknown_names_get_the_nearest():
    with pytest.raises(LookupError, match=NAME):
        load_exercise("01_stochastic/ucb1_index_rang")
    with pytest.raises(LookupError, match=NAME):
        load_exercise("ucb1_index_range")
    with pytest.raises(LookupError, match="There are"):
        load_exercise("zzz/qqq")
    with pytest.raises(LookupError):
        load_exercise("../exercises/" + NAME)


SPOILT = {
    "no front matter": (lambda t: t.split("---", 2)[2], "begin with YAML"),
    "no second line": (lambda t: t.replace("---\nUCB1", "UCB1"), "begin with YAML"),
    "not YAML": (lambda t: t.replace("points: 4", "points: [4"), "malformed at line"),
    "not fields": (
        lambda t: re.sub(r"^---.*?---$", "---\n- a\n---", t, flags=re.S | re.M),
        "got list",
    ),
    "no title": (lambda t: re.sub("title:.*\n", "", t), "'title' must be a text; got nothing"),
    "empty title": (lambda t: re.sub("title:.*\n", "title: ''\n", t), "'title'"),
    "minutes": (
        lambda t: t.replace("minutes: 20", "minutes: soon"),
        "'minutes' must be .* got 'soon'",
    ),
    "points": (lambda t: t.replace("points: 4", "points: 0"), "'points'"),
    "modules": (lambda t: t.replace("[numpy, math]", "numpy"), "'modules'"),
    "answers": (lambda t: t.replace("[ucb1_index_range]", "[]"), "'answers'"),
    "unknown field": (
        lambda t: t.replace("points: 4", "points: 4\nhint: none"),
        "'hint' is not known",
    ),
    "hint missing": (lambda t: re.sub(r"## Hint 2.*?(?=## Hint 3)", "", t, flags=re.S), "Hint 2"),
    "hint empty": (
        lambda t: re.sub(r"(## Hint 2\n).*?(?=## Hint 3)", r"\1", t, flags=re.S),
        "Hint 2",
    ),
    "hint twice": (lambda t: t + "\n## Hint 1\nAgain.\n", "once"),
    "other heading": (lambda t: t + "\n## Answer\nHere.\n", "## Answer"),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_malformed_card_is_one_sentence(course_copy, what):
    spoil, words = SPOILT[what]
    path = course_copy / "exercises" / NAME / "card.md"
    text = path.read_text()
    path.write_text(spoil(text))
    assert path.read_text() != text
    with pytest.raises(ValueError, match=words) as caught:
        load_exercise(NAME, course_copy)
    assert f"exercises/{NAME}/card.md" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_headings_inside_code_do_not_count(course_copy):
    path = course_copy / "exercises" / NAME / "card.md"
    path.write_text(path.read_text() + "\n```\n## Hint 1\n```\n")
    assert load_exercise(NAME, course_copy).further.endswith("```")


def test_a_missing_file_is_named(course_copy):
    (course_copy / "exercises" / NAME / "stub.py").unlink()
    with pytest.raises(ValueError, match=r"stub\.py"):
        load_exercise(NAME, course_copy)
