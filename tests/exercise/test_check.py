"""`check`: what a student reads, and that it names the right misconception."""

import dataclasses
from typing import Any

import numpy as np
import pytest

from simlib.bandit.ucb1 import ucb1_index
from simlib.exercise import feedback
from simlib.exercise.card import load_exercise
from simlib.exercise.check import check
from simlib.exercise.feedback import sentence_of
from simlib.exercise.run import namespace_of

RANGE, GREEDY = "01_stochastic/ucb1_index_range", "01_stochastic/decaying_greedy"


def from_file(name, file) -> Any:
    exercise = load_exercise(name)
    return namespace_of(exercise, file)[exercise.answers[0]]


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * np.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)


def test_right():
    report = check(RANGE, ucb1_index_range)
    assert report.passed
    assert report.score == 4
    assert repr(report) == (
        "01_stochastic/ucb1_index_range: 4 of 4 points\n"
        "  pass  Returns one index for each run and arm\n"
        "  pass  Is UCB1's index when the rewards lie in [0, 1]\n"
        "  pass  Is right for other ranges, in the units of the rewards\n"
        "  pass  Puts arms never pulled before all others, in every round"
    )


def test_a_known_mistake_is_named():
    def mine(reward_mean, pulls, t, low, high):
        """The chapter's index with the range forgotten, in words of my own."""
        seen = np.maximum(pulls, 1)
        index = reward_mean + (2 * np.log(t)) ** 0.5 / seen**0.5
        index[pulls == 0] = np.inf
        return index

    report = check(RANGE, mine)
    assert report.misconception == "bank/wrong_no_range.py"
    assert "hundred times as uncertain" in report.sentence
    assert report.score == pytest.approx(4 / 3)
    assert "FAIL  Is right for other ranges" in repr(report)


def test_an_unknown_mistake_gets_the_checks_sentence():
    report = check(RANGE, lambda mean, pulls, t, low, high: ucb1_index_range(mean, pulls, t, low, high) + 0.5)
    assert report.misconception is None
    assert report.sentence.startswith("For rewards in [0, 1] the index must be the chapter's")


def test_two_mistakes_at_once_get_the_checks_sentence_and_a_guess():
    def mine(mean, pulls, t, low, high):
        return np.where(pulls > 0, mean + np.sqrt(2 * np.log10(t) / np.maximum(pulls, 1)), 0.0)

    report = check(RANGE, mine)
    assert report.misconception is None
    assert report.sentence.startswith("For rewards in [0, 1] the index must be the chapter's")
    assert report.sentence.endswith(
        "Perhaps this is it: " + sentence_of(load_exercise(RANGE), "bank/wrong_log10.py")
    )


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (lambda *a: None, "nothing (None)"),
        (lambda *a: [[1.0]], "got a list"),
        (lambda *a: np.ones(2), "shape"),
        (lambda *a: (i for i in ()), "returned a generator"),
        (lambda *a: 1 / 0, "ZeroDivisionError"),
        (lambda: 1, "TypeError"),
    ],
)
def test_other_failures_say_what_was_wanted(answer, words):
    report = check(RANGE, answer)
    assert words in report.sentence
    assert report.score == 0


@pytest.mark.parametrize("name", [RANGE, GREEDY])
def test_the_stub_is_not_attempted(name):
    report = check(name, from_file(name, "stub.py"))
    assert not report.attempted
    assert not report.passed
    assert report.score == 0
    assert repr(report).startswith(f"{name}: not attempted")
    assert "pass" not in repr(report).split("\n")[0]


def test_the_planted_mistake_untouched_is_said_so():
    assert repr(check(GREEDY, from_file(GREEDY, "stub.py"))) == (
        f"{GREEDY}: not attempted\nIt still behaves exactly like the code handed out."
    )


def test_an_answer_with_luck_of_its_own_is_refused():
    """It cannot be in the bank, for it never does the same twice."""
    right = from_file(GREEDY, "answer.py")

    class Lucky(right):
        def act(self, t, u_explore, u_arm):
            return super().act(t, u_explore, np.random.default_rng().random(len(u_arm)))

    for seed in range(2):
        report = check(GREEDY, Lucky, seed=seed)
        assert not report.passed
        assert "the same random numbers" in report.sentence


def test_half_done():
    class Half(from_file(GREEDY, "answer.py")):
        def learn(self, arm, reward):
            raise NotImplementedError

    report = check(GREEDY, Half)
    assert not report.attempted


def test_a_library_call_does_not_answer():
    """simlib's index fits apart from round 1; its import is refused besides (test_rules, test_submission)."""

    def mine(mean, pulls, t, low, high):
        with np.errstate(divide="ignore"):
            return ucb1_index(mean, pulls, t, scale=high - low)

    report = check(RANGE, mine)
    assert not report.passed
    assert report.misconception == "bank/wrong_zero_by_zero.py"


def test_doing_nothing_earns_nothing():
    """The stub of a planted mistake passes five of six checks, and a useless line more must not be paid."""

    class Idle(from_file(GREEDY, "stub.py")):
        def learn(self, arm, reward):
            super().learn(arm, reward)
            return 0

    report = check(GREEDY, Idle)
    assert sum(verdict == "passed" for _, verdict in report.outcomes) == 5
    assert report.attempted
    assert report.score == 0
    assert "5 checks are passed by an answer that does nothing, and earn nothing" in repr(report)
    assert "5 checks are passed" in report._repr_html_()


def test_what_goes_beyond_doing_nothing_earns_its_share():
    """Of four checks an idle answer passes the one on shape, this one two more: two thirds of four points."""

    def no_special_arms(mean, pulls, t, low, high):
        return mean + (high - low) * np.sqrt(2 * np.log(t) / np.maximum(pulls, 1))

    report = check(RANGE, no_special_arms)
    assert [verdict for _, verdict in report.outcomes] == ["passed"] * 3 + ["failed"]
    assert report.score == pytest.approx(4 * 2 / 3)
    assert "(One check is passed by an answer that does nothing, and earns nothing.)" in repr(report)


def test_patching_numpy_changes_no_verdict(monkeypatch):
    """A cell that replaces NumPy's comparisons deceives nobody: the checks took theirs at import.

    What the bank did under that NumPy is remembered, as the bank's: it is forgotten before other tests run.
    """

    def yes(*args, **kwargs):
        return True

    for name in ("allclose", "isclose", "array_equal", "all", "equal"):
        monkeypatch.setattr(np, name, yes)
    monkeypatch.setattr(np.testing, "assert_allclose", yes)
    monkeypatch.setattr(np, "isfinite", lambda a: np.zeros(np.shape(a), bool))
    try:
        for file in ("bank/wrong_no_range.py", "bank/wrong_unpulled_high.py"):
            assert not check(RANGE, from_file(RANGE, file)).passed
    finally:
        monkeypatch.undo()
        feedback._outcome.cache_clear()


def test_an_answer_cannot_reach_into_the_next_call():
    """Arrays kept from one call and changed in the next leave the verdict as it is."""
    kept = []

    def mine(mean, pulls, t, low, high):
        for array in kept:
            array[...] = 0
        got = ucb1_index_range(mean, pulls, t, low, high)
        kept.extend([mean, pulls, got])
        return got

    assert check(RANGE, mine).passed


@pytest.mark.parametrize("name", [RANGE, GREEDY])
def test_reports_are_stable_and_print_in_html(name):
    exercise = load_exercise(name)
    for file in ("answer.py", "stub.py", *exercise.bank("wrong_")[:3]):
        one, two = (check(name, from_file(name, file)) for _ in range(2))
        assert repr(one) == repr(two)
        page = one._repr_html_()
        assert page == two._repr_html_()
        assert name in page
        assert " at 0x" not in repr(one)
        assert str(exercise.folder) not in repr(one)


def test_html_is_escaped():
    def f(*args):
        raise ValueError("<script>alert(1)</script>")

    page = check(RANGE, f)._repr_html_()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_seeds_give_other_inputs_and_the_same_verdict():
    seen = []

    def spy(mean, *args):
        seen.append(mean)
        return ucb1_index_range(mean, *args)

    assert check(RANGE, spy, seed=3).passed
    assert check(RANGE, spy, seed=4).passed
    half = len(seen) // 2
    assert not np.array_equal(seen[0], seen[half])


def test_what_may_be_handed_in():
    assert check(RANGE, {"ucb1_index_range": ucb1_index_range}).passed
    with pytest.raises(ValueError, match="must hold ucb1_index_range"):
        check(RANGE, {"other": ucb1_index_range})
    with pytest.raises(ValueError, match="function or class"):
        check(RANGE, 3)
    with pytest.raises(LookupError, match=r"There are \d+: `simlib progress` lists them\."):
        check("nothing/like/it", None)
    with pytest.raises(LookupError, match="Nearest"):
        check("01_stochastic/ucb1_range", ucb1_index_range)


def test_nothing_is_written_outside_a_students_folder(tmp_path):
    before = sorted(tmp_path.rglob("*"))
    check(RANGE, ucb1_index_range)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_misconceptions_sentence_is_the_banks():
    file = "bank/wrong_sums.py"
    report = check(GREEDY, from_file(GREEDY, file))
    assert report.sentence == sentence_of(load_exercise(GREEDY), file)
    assert dataclasses.replace(report, note="A note.").__repr__().endswith("\nA note.")
