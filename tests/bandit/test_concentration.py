"""Radii on paper, and the promise they make: exact where it can be computed."""

import math

import numpy as np
import pytest
from scipy.stats import binom

from simlib.bandit.concentration import bernstein_radius, confidence_radius, hoeffding_radius
from simlib.stats import check_prob, detectable_gap


def test_hoeffding_on_paper():
    # log(2/delta) = 2 and n = 25: sqrt(2 / 50) = 0.2
    assert hoeffding_radius(25, 2 * math.exp(-2)) == pytest.approx(0.2)
    assert hoeffding_radius([25, 100], 2 * math.exp(-2), width=3) == pytest.approx([0.6, 0.3])


def test_the_confidence_radius_is_hoeffdings_at_two_over_t_to_the_fourth():
    n = np.array([1, 7, 50])
    for horizon in (3, 20, 1000):
        assert confidence_radius(n, horizon) == pytest.approx(hoeffding_radius(n, 2 / horizon**4))
    assert confidence_radius(8, math.exp(9)) == pytest.approx(1.5)  # sqrt(18 / 8)


def test_bernstein_on_paper():
    # L = 3, V = 1/6, n = 100: sqrt(2 * 3 / 600) = 0.1, and 7 * 3 * 2 / (3 * 99) = 14/99
    assert bernstein_radius(100, 1 / 6, 4 * math.exp(-3), width=2) == pytest.approx(0.1 + 14 / 99)


@pytest.mark.parametrize("p", [0.5, 0.1, 0.02])
@pytest.mark.parametrize("n", [5, 40, 300])
def test_hoeffding_keeps_its_promise_exactly(n, p):
    """The chance that a coin's mean lies outside, summed over all counts, is at most delta."""
    delta, k = 0.1, np.arange(n + 1)
    outside = np.abs(k / n - p) > hoeffding_radius(n, delta)
    assert binom.pmf(k, n, p)[outside].sum() <= delta


@pytest.mark.parametrize("p", [0.5, 0.1, 0.02])
@pytest.mark.parametrize("n", [5, 40, 300])
def test_bernstein_keeps_its_promise_exactly(n, p):
    delta, k = 0.1, np.arange(n + 1)
    variance = k * (n - k) / (n * (n - 1))
    outside = np.abs(k / n - p) > bernstein_radius(n, variance, delta)
    assert binom.pmf(k, n, p)[outside].sum() <= delta


def test_bernstein_is_shorter_for_a_rare_reward_and_longer_for_a_fair_coin():
    n, delta = 10_000, 0.05
    assert bernstein_radius(n, 0.02 * 0.98, delta) < 0.5 * hoeffding_radius(n, delta)
    assert bernstein_radius(n, 0.25, delta) > hoeffding_radius(n, delta)


def test_a_wrong_width_breaks_the_promise(seed):
    n, runs = 20, 4000
    assert detectable_gap(runs, p=0.1) < 0.05
    means = 3 * np.random.default_rng(seed).binomial(n, 0.5, runs) / n  # rewards 0 and 3
    misses = int((np.abs(means - 1.5) > hoeffding_radius(n, 0.1)).sum())
    with pytest.raises(AssertionError):
        check_prob(misses, runs, 0.1)
    check_prob(int((np.abs(means - 1.5) > hoeffding_radius(n, 0.1, width=3)).sum()), runs, _missed(n))


def _missed(n: int) -> float:
    """The exact chance that a fair coin's mean lies outside the radius at delta = 0.1."""
    k = np.arange(n + 1)
    return float(binom.pmf(k, n, 0.5)[np.abs(k / n - 0.5) > hoeffding_radius(n, 0.1)].sum())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: hoeffding_radius(0, 0.1), r"n must be >= 1; got 0"),
        (lambda: bernstein_radius([5, 1], 0.1, 0.1), r"n must be >= 2; got 1"),
        (lambda: hoeffding_radius(3, 1.0), r"delta must be .*\(0, 1\); got 1\.0"),
        (lambda: hoeffding_radius(3, 0.1, width=0), r"width must be .*> 0; got 0"),
        (lambda: confidence_radius(3, 1), r"horizon must be .*> 1; got 1"),
        (lambda: confidence_radius([2, 0], 10), r"n must be >= 1; got 0"),
        (lambda: bernstein_radius(5, -1, 0.1), r"variance must be >= 0; got -1"),
    ],
)
def test_bad_arguments_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        call()
