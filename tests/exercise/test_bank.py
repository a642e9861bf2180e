"""The grader is graded: every known answer gets the verdict it deserves, and the audit sees what is amiss."""

import time
from pathlib import Path

import pytest

from simlib.exercise.bank import audit, audit_table
from simlib.exercise.card import exercise_names, load_exercise
from simlib.exercise.check import check
from simlib.exercise.run import namespace_of, run_source

NAMES = exercise_names(Path(__file__).parents[2])
RANGE, GREEDY = "01_stochastic/ucb1_index_range", "01_stochastic/decaying_greedy"


def problems(rows):
    return [f"{row.exercise} {row.subject}: {row.problem}" for row in rows if row.problem]


@pytest.mark.parametrize("name", NAMES)
def test_the_bank_with_the_public_seed(name):
    assert problems(audit([name], seeds=1)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_bank_with_secret_seeds(name, seed):
    """False refusals and false acceptances over the bank are both 0. By what `expect_rate` promises, a
    right answer is refused with probability below 1e-6 per seed. Each exercise was audited with 20 seeds or
    more when it was written; four are run each time, others with another --seed."""
    assert problems(audit([name], seeds=4, first=1000 * seed + 2)) == []


@pytest.mark.parametrize("name", [RANGE, GREEDY])
def test_check_gives_each_wrong_answer_its_own_sentence(name):
    """The audit's identification and the student's are the same."""
    exercise = load_exercise(name)
    for file in exercise.bank("wrong_")[:: 1 if name == RANGE else 4]:
        report = check(name, namespace_of(exercise, file)[exercise.answers[0]])
        assert report.misconception == file


def test_the_table():
    text = repr(audit_table(audit([RANGE], seeds=1)))
    exercise = load_exercise(RANGE)
    assert f"{len(exercise.bank('wrong_'))} wrong, {len(exercise.bank('ok_'))} right" in text
    assert "in order" in text


def test_checks_are_quick():
    """One run of an exercise's checks, so that a class can be graded: generous, for busy machines."""
    exercise = load_exercise(GREEDY)
    start = time.perf_counter()
    run_source(exercise, "answer.py", 1)
    assert time.perf_counter() - start < 2


def spoil(course, name, file, old, new):
    path = course / "exercises" / name / file
    text = path.read_text() if path.exists() else ""
    assert not old or text.count(old) == 1, (file, old)
    path.write_text(text.replace(old, new) if old else text + new)


SPOILT = {
    "a wrong answer that is right": (
        "bank/wrong_log10.py",
        "math.log10(t)",
        "math.log(t)",
        "accepted, although it is wrong",
    ),
    "a right answer that is wrong": (
        "bank/ok_loops.py",
        "2 * math.log(t)",
        "math.log(t)",
        "refused: ",
    ),
    "an idle answer that is right": (
        "bank/idle_shapes.py",
        "np.inf, reward_mean)",
        "np.inf, reward_mean + (high - low) * np.sqrt(2 * np.log(t) / np.maximum(pulls, 1)))",
        "accepted, although it is wrong",
    ),
    "an unseen wrong answer that is right": (
        "bank/unseen_wrong_2.py",
        "high * ",
        "(high - low) * ",
        "accepted, although it is wrong",
    ),
    "a twin": (
        "bank/wrong_log10.py",
        "2 * math.log10(t)",
        "math.log(t)",
        "taken for bank/wrong_log10.py",
    ),
    "a check that stops": (
        "checks.py",
        "    for shape in ((7, 4)",
        "    len(0)\n    for shape in ((7, 4)",
        "a check stops",
    ),
    "a check that imports": (
        "checks.py",
        "import numpy as np\n",
        "import os\n\nimport numpy as np\n",
        "imports os",
    ),
    "a check that peeks": (
        "checks.py",
        "",
        "\n\ndef peek(answer):\n    return answer.transcript\n",
        "asks an answer for transcript",
    ),
    "a check without a name": (
        "checks.py",
        "",
        "\n\ndef check_more(answer, rng):\n    pass\n",
        "docstring",
    ),
    "an answer that imports": (
        "bank/ok_loops.py",
        "import math",
        "import math\nimport scipy",
        "imports scipy",
    ),
    "simlib allowed": (
        "card.md",
        "modules: [numpy, math]",
        "modules: [numpy, math, simlib]",
        "must not hold simlib",
    ),
    "a hint that tells": (
        "card.md",
        "## Further",
        "`at_least_one=np.maximum( pulls,1 )`\n\n## Further",
        "tells a line",
    ),
    "a sentence that tells": (
        "bank/wrong_log10.py",
        "You took",
        "at_least_one = np.maximum(pulls, 1). You took",
        "tells a line",
    ),
    "an answered stub": ("stub.py", "raise NotImplementedError", "return reward_mean * 1.0", ""),
}


@pytest.mark.parametrize("what", SPOILT)
def test_the_audit_sees(course_copy, what):
    file, old, new, words = SPOILT[what]
    spoil(course_copy, RANGE, file, old, new)
    found = "\n".join(problems(audit([RANGE], course_copy, seeds=1)))
    assert words in found
    assert bool(found) is bool(words)


def test_the_audit_sees_a_small_bank(course_copy):
    for path in sorted((course_copy / "exercises" / RANGE / "bank").glob("wrong_*.py"))[5:]:
        path.unlink()
    assert "got 5 and 5" in "\n".join(problems(audit([RANGE], course_copy, seeds=1)))


def test_the_audit_sees_an_exported_name(course_copy):
    """An exercise whose answer simlib exports would be answered by an import."""
    for path in (course_copy / "exercises" / RANGE).rglob("*"):
        if path.suffix in (".py", ".md"):
            text = path.read_text().replace("answers: [ucb1_index_range]", "answers: [ucb1_index]")
            text = text.replace('NAME = "ucb1_index_range"', 'NAME = "ucb1_index"')
            path.write_text(text.replace("def ucb1_index_range", "def ucb1_index"))
    found = problems(audit([RANGE], course_copy, seeds=1))
    assert [text.split(": ", 1)[1] for text in found] == ["simlib exports ucb1_index: ask for a variation"]


def test_declared_twins_are_in_order(course_copy):
    spoil(course_copy, RANGE, "bank/wrong_lost_two.py", "", "")
    folder = course_copy / "exercises" / RANGE / "bank"
    text = (folder / "wrong_lost_two.py").read_text()
    (folder / "wrong_zz_twin.py").write_text(text)
    assert problems(audit([RANGE], course_copy, seeds=1)) != []
    (folder / "wrong_zz_twin.py").write_text(text.replace('"""', '"""Same as: wrong_lost_two.py ', 1))
    assert problems(audit([RANGE], course_copy, seeds=1)) == []
