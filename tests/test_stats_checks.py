"""The checks of the test suite: their false alarms and what they see, exactly, over all outcomes."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, multinomial

from simlib.stats import ALPHA, check_counts, check_mean, check_prob, detectable_gap

calm = settings(deadline=None, max_examples=60)
levels = st.floats(1e-9, 0.9)


def refuses(check, *args, **kwargs) -> bool:
    """Whether a check fails."""
    try:
        check(*args, **kwargs)
    except AssertionError:
        return True
    return False


def refused_counts(n, p, alpha) -> np.ndarray:
    """For each number of successes 0..n: whether check_prob fails."""
    return np.array([refuses(check_prob, k, n, p, alpha) for k in range(n + 1)])


def mean_refused(n, mean, alpha, **kwargs) -> np.ndarray:
    """For each number of ones among n zeros and ones: whether check_mean fails."""
    values = (np.arange(n) < k for k in range(n + 1))
    return np.array([refuses(check_mean, x, mean, 0, 1, alpha, **kwargs) for x in values])


def chance(refused, q) -> float:
    """The exact probability of what is refused, for binomial counts of probability q."""
    n = len(refused) - 1
    return float(binom.pmf(np.arange(n + 1), n, q) @ refused)


@pytest.mark.parametrize("k", [3, 8, 15, 22])
def test_check_prob_fails_exactly_from_its_p_value_on(k):
    n, p = 30, Fraction(3, 8)
    mass = [math.comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(n + 1)]
    p_value = 2 * float(min(sum(mass[k:]), sum(mass[: k + 1])))
    assert refuses(check_prob, k, n, float(p), p_value * (1 + 1e-9))
    assert not refuses(check_prob, k, n, float(p), p_value * (1 - 1e-9))


@pytest.mark.parametrize("n", [1, 2, 17, 100, 400])
@pytest.mark.parametrize("p", [0.001, 0.07, 0.5, 0.7, 0.99])
@pytest.mark.parametrize("alpha", [0.2, 0.01, ALPHA])
def test_check_prob_cries_wolf_at_most_as_often_as_it_says(n, p, alpha):
    assert chance(refused_counts(n, p, alpha), p) <= alpha


@pytest.mark.parametrize("p", [0.5, 0.93])
@pytest.mark.parametrize("alpha", [0.2, 0.01, ALPHA])
def test_check_prob_uses_most_of_the_alarms_it_is_allowed(p, alpha):
    assert chance(refused_counts(1000, p, alpha), p) > alpha / 2


def test_what_is_certain_must_happen():
    assert [refuses(check_prob, k, 9, 0) for k in (0, 1, 9)] == [False, True, True]
    assert [refuses(check_prob, k, 9, 1) for k in (0, 8, 9)] == [True, True, False]
    assert [refuses(check_counts, c, [1, 0]) for c in ([9, 0], [8, 1])] == [False, True]
    assert refuses(check_prob, 2, 2, 0.5, alpha=0.5)  # 1/4 = alpha/2 is rare enough


def test_the_default_alpha_needs_21_coins():
    check_prob(20, 20, 0.5)  # 2 / 2^20 > 1e-6
    with pytest.raises(AssertionError, match=r"^21 of 21 \(1\) are unlikely if p is 0\.5: p-value 9\.5e-07$"):
        check_prob(21, 21, 0.5)
    with pytest.raises(AssertionError, match=r"^cell 1: 0 of 40 \(0\) are unlikely if p is 0\.4: p-value "):
        check_counts([24, 0, 16], [0.35, 0.4, 0.25])


@pytest.mark.parametrize("alpha", [0.3, 0.01])
def test_check_counts_shares_its_false_alarms_among_the_cells(alpha):
    n, probs, false_alarms = 14, [0.5, 0.2, 0.3], 0.0
    for a, b in itertools.combinations(range(n + 2), 2):
        counts = [a, b - a - 1, n + 1 - b]
        refused = refuses(check_counts, counts, probs, alpha)
        assert refused == any(refuses(check_prob, counts[i], n, probs[i], alpha / 3) for i in range(3))
        false_alarms += refused * multinomial.pmf(counts, n, probs)
    assert alpha / 6 < false_alarms <= alpha


def edge_of_check_mean(values, low, high, alpha, **kwargs) -> float:
    """The largest distance of `mean` below the average that passes, by bisection."""
    near, far = 0.0, float(np.mean(values)) - low
    for _ in range(60):
        middle = (near + far) / 2
        failed = refuses(check_mean, values, np.mean(values) - middle, low, high, alpha, **kwargs)
        near, far = (near, middle) if failed else (middle, far)
    return near


def test_the_allowed_distance_on_paper():
    edge = edge_of_check_mean([1, 2, 2, 1, 0.5, 1.5, 2, 2], -2, 2, 0.02)
    assert edge == pytest.approx(4 * math.sqrt(math.log(100) / 16))
    x = np.repeat([0.6, 0.8, 0.7], [10, 10, 1])  # V = 20 * 0.01 / 20; log(4/alpha) = 2
    allowed = math.sqrt(2 * 0.01 * 2 / 21) + 7 * 2 / (3 * 20)
    edge = edge_of_check_mean(x, 0, 1, 4 * math.exp(-2), use_variance=True)
    assert edge == pytest.approx(allowed)


@pytest.mark.parametrize("use_variance", [False, True])
@pytest.mark.parametrize("p", [0.5, 0.1, 0.02])
@pytest.mark.parametrize("alpha", [0.4, 0.01])
def test_check_mean_cries_wolf_at_most_as_often_as_it_says(p, alpha, use_variance):
    refused = mean_refused(200, p, alpha, use_variance=use_variance)
    assert chance(refused, p) <= alpha
    assert chance(refused, min(p + 0.3, 1)) > 0.99


def test_the_gap_of_check_mean_on_paper():
    # log(2/alpha) = 2 and log(1/(1 - power)) = 8: 3 (sqrt(2/200) + sqrt(8/200))
    alpha, power = 2 * math.exp(-2), 1 - math.exp(-8)
    assert detectable_gap(100, alpha=alpha, power=power, low=-1, high=2) == pytest.approx(0.9)
    # log(4/alpha) = log(2/(1 - power)) = 2
    alpha, power = 4 * math.exp(-2), 1 - 2 * math.exp(-2)
    expected = (0.1 + 0.2) * math.sqrt(4 / 101) + 14 / 300 + 0.1 * math.sqrt(4 / 101) + 2 / 303
    assert detectable_gap(101, alpha=alpha, power=power, sd=0.1) == pytest.approx(expected)
    assert detectable_gap(101, alpha=alpha, power=power, sd=0.3, low=-1, high=2) == pytest.approx(
        3 * expected
    )


@pytest.mark.parametrize(("q", "use_variance"), [(0.5, False), (0.9, False), (0.02, True), (0.97, True)])
def test_check_mean_sees_an_error_of_the_detectable_gap(q, use_variance):
    n, alpha, power = 400, 0.01, 0.99
    sd = math.sqrt(q * (1 - q)) if use_variance else None
    gap = detectable_gap(n, alpha=alpha, power=power, sd=sd)
    claimed = q - gap if q >= gap else q + gap
    assert chance(mean_refused(n, claimed, alpha, use_variance=use_variance), q) >= power
    claimed = q - gap / 3 if q >= gap else q + gap / 3
    assert chance(mean_refused(n, claimed, alpha, use_variance=use_variance), q) < power


@pytest.mark.parametrize(("n", "p"), [(21, 0.5), (60, 0.4), (300, 0.1), (150, 0.03), (90, 0.0), (200, 1.0)])
@pytest.mark.parametrize(("alpha", "power"), [(ALPHA, 0.999), (0.01, 0.8)])
def test_the_gap_of_check_prob_is_exact(n, p, alpha, power):
    gap, refused = detectable_gap(n, p=p, alpha=alpha, power=power), refused_counts(n, p, alpha)

    def least_power(error):
        return min(chance(refused, q) for q in (p - error, p + error) if 0 <= q <= 1)

    assert least_power(gap * (1 + 1e-9)) >= power
    assert all(least_power(error) >= power for error in np.linspace(gap + 1e-9, max(p, 1 - p), 9))
    assert least_power(gap * 0.999) < power


def test_gaps_on_paper_that_are_small_large_or_infinite():
    assert detectable_gap(21, p=0.5) == pytest.approx(0.999 ** (1 / 21) - 0.5)  # only 0 and 21 fail
    assert detectable_gap(20, p=0.5) == math.inf
    assert detectable_gap(100, p=0) == pytest.approx(1 - 0.001 ** (1 / 100))
    assert 0.1 < detectable_gap(100, p=0.1) < 0.9  # errors below 0 cannot be, so none is missed
    assert detectable_gap(19, p=0.45, power=0.05) == math.inf  # 0.45 below passes, 0.41 above does not
    assert detectable_gap(50, p=0.5, alpha=0.5, power=0.1) == 0  # p itself fails so often


@calm
@given(st.integers(2, 10_000), levels, st.floats(0.01, 0.999), st.sampled_from([None, 0.0, 0.2]))
def test_more_values_see_smaller_errors_and_more_power_needs_larger_ones(n, alpha, power, sd):
    gap = detectable_gap(n, alpha=alpha, power=power, sd=sd)
    assert detectable_gap(2 * n, alpha=alpha, power=power, sd=sd) < gap
    assert detectable_gap(n, alpha=alpha / 2, power=power, sd=sd) > gap
    assert detectable_gap(n, alpha=alpha, power=(1 + power) / 2, sd=sd) > gap
    assert detectable_gap(n, alpha=alpha, power=power, sd=sd, low=5, high=9) == pytest.approx(
        4 * detectable_gap(n, alpha=alpha, power=power, sd=sd and sd / 4)
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: check_prob(1, 2, 1.5), r"p must be a number in \[0, 1\]; got 1\.5"),
        (lambda: check_prob(2.0, 2, 0.5), r"successes must be an int in \[0, 2\]; got 2\.0"),
        (lambda: check_counts([1, 2], [0.5, 0.4]), "probs must be >= 0 and sum to 1; got min 0.4, sum 0.9"),
        (lambda: check_counts([1, 2], [1.5, -0.5]), "probs must be >= 0 and sum to 1; got min -0.5, sum 1.0"),
        (lambda: check_counts([], []), "probs must be >= 0 and sum to 1; got min 0, sum 0.0"),
        (lambda: check_counts([1], [0.5, 0.5]), r"counts must be an array of shape \(2,\); got shape \(1,\)"),
        (lambda: check_counts([1.5, 2], [0.5, 0.5]), r"counts must be an array of int64; got \[1.5, 2\]"),
        (lambda: check_counts([0, 0], [1, 0]), "counts must be >= 0 and not all 0; got min 0, sum 0"),
        (lambda: check_counts([-1, 3], [0.5, 0.5]), "counts must be >= 0 and not all 0; got min -1, sum 2"),
        (lambda: check_mean([1, 5], 2, 0, 3), r"values must be in \[0, 3\]; got 1\.0 to 5\.0"),
        (lambda: check_mean([1, 2], 4, 0, 3), r"mean must be a number in \[0, 3\]; got 4"),
        (lambda: check_mean([1], 1, 0, 3, use_variance=True), "values must have at least 2 numbers; got 1"),
        (lambda: check_mean([1], 1, 3, 3), r"high must be a number > 3\.0; got 3"),
        (lambda: check_mean([1], 1, -1e308, 1e308), "high - low must be a number; got inf"),
        (lambda: detectable_gap(1, sd=0.1), "n must be an int >= 2; got 1"),
        (lambda: detectable_gap(9, power=1), r"power must be a number in \(0, 1\); got 1"),
        (lambda: detectable_gap(9, sd=0.6), r"sd must be a number in \[0, 0\.5\]; got 0\.6"),
        (
            lambda: detectable_gap(9, p=0.5, high=2),
            r"p must be given alone; got low 0\.0, high 2 and sd None too",
        ),
    ],
)
def test_bad_arguments_of_checks_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        call()


def test_a_mean_too_far_away_is_told_with_the_distance_allowed():
    with pytest.raises(AssertionError, match=r"^average 0\.9 of 50 is 0\.6 from 0\.3; allowed 0\.381$"):
        check_mean([0.9] * 50, 0.3, 0, 1)
