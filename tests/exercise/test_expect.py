"""What checks may demand: right values pass, wrong ones fail, and no message gives the value away."""

import numpy as np
import pytest
from scipy import stats

from simlib.exercise import expect as e
from simlib.exercise.expect import CheckFailed


def fails(words, function, *args, **kwargs):
    with pytest.raises(CheckFailed, match=words) as caught:
        function(*args, **kwargs)
    return str(caught.value)


def test_expect_takes_only_what_is_true():
    e.expect(True, "")
    e.expect(np.bool_(True), "")
    for value in (False, np.bool_(False), 1, "yes", np.array([True]), None):
        fails("not so", e.expect, value, "not so")


def test_number():
    assert e.expect_number(2, "x", 0, 2) == 2.0
    fails("between 0 and 1", e.expect_number, 2, "x", 0, 1)
    fails("one number; got an array", e.expect_number, np.ones(2), "x")
    fails("one number; got a bool", e.expect_number, True, "x")
    fails("between", e.expect_number, float("nan"), "x", 0, 1)


def test_array():
    array = np.ones((2, 3))
    assert e.expect_array(array, "x", (2, 3)) is array
    e.expect_array(array.astype(int), "x", (2, 3))
    fails("got a list", e.expect_array, [1.0], "x", (1,))
    fails("nothing", e.expect_array, None, "x", (1,))
    fails(
        r"shape \(runs, arms\), here \(3, 2\); got \(2, 3\)",
        e.expect_array,
        array,
        "x",
        (3, 2),
        "float",
        "(runs, arms)",
    )
    fails("whole numbers", e.expect_array, array, "x", (2, 3), "int")
    fails("dtype bool", e.expect_array, array > 0, "x", (2, 3), "int")


@pytest.mark.parametrize("dtype", [float, np.float32])
def test_close(dtype):
    want = np.array([[1.0, 2.0], [3.0, np.inf]])
    e.expect_close(want.astype(dtype), want, "so")
    e.expect_close(want * (1 + 1e-10), want, "so")
    got = want.copy()
    got[1, 0] += 1e-7
    assert fails("so", e.expect_close, got, want, "so") == "so. 1 of 4 values differ, the first at [1, 0]"


@pytest.mark.parametrize("got", [np.nan, -np.inf, 1e308, 0.0])
def test_infinity_is_met_exactly(got):
    fails("so", e.expect_close, got, np.inf, "so")


def test_close_shapes_and_nan():
    fails("shape", e.expect_close, np.ones(2), 1.0, "so")
    fails("so", e.expect_close, np.nan, np.nan, "so")
    fails("so", e.expect_close, np.inf, 1.0, "so")


def test_no_message_tells_the_value():
    want = np.array([0.123456789, 7.654321])
    for text in (
        fails("so", e.expect_close, want + 1, want, "so"),
        fails("so", e.expect_close, want[0] + 1, want[0], "so"),
    ):
        assert "0.12" not in text
        assert "7.65" not in text
        assert "1.12" not in text


@pytest.mark.parametrize(("n", "prob"), [(50, 0.3), (400, 0.25), (3000, 1 / 3)])
def test_rate_is_the_exact_binomial_test(n, prob):
    """The probability of refusing a right answer, summed over all outcomes, is at most FALSE_ALARM."""
    refused = 0.0
    for hits in range(n + 1):
        try:
            e.expect_rate(hits, n, prob, "so")
        except CheckFailed:
            refused += stats.binom.pmf(hits, n, prob)
    assert 1e-8 < refused <= e.FALSE_ALARM


@pytest.mark.parametrize("hits", [0, 40, 160, 400])
def test_rate_sees_too_few_and_too_many(hits):
    fails("so", e.expect_rate, hits, 400, 0.25, "so")
    e.expect_rate(100, 400, 0.25, "so")


def test_rate_shares_its_false_alarms():
    lowest = [min(h for h in range(401) if _passes(h, tests)) for tests in (1, 100)]
    assert lowest[1] < lowest[0] < 100


def test_rate_sees_a_rounded_arm():
    """Arms at half their share, as in decaying_greedy's wrong_rounded_arm, n there about 2,800."""
    n = 2800
    worst = stats.binom.cdf(max(h for h in range(n) if not _passes(h, 5, n) and h < n / 4), n, 1 / 6)
    assert 1 - worst < 1e-4


def _passes(hits, tests, n=400):
    try:
        e.expect_rate(hits, n, 0.25, "so", tests=tests)
    except CheckFailed:
        return False
    return True
