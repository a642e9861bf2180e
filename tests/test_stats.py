"""Intervals, exact tests and checks: on paper, against scipy, and by error rates over all outcomes."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from scipy.stats import binom, multinomial

from simlib.rng import stream
from simlib.stats import (
    ALPHA,
    Holm,
    Interval,
    bootstrap_interval,
    check_counts,
    check_mean,
    check_prob,
    clopper_pearson,
    detectable_gap,
    holm,
    mean_interval,
    sign_flip_test,
)

calm = settings(deadline=None, max_examples=60)
levels = st.floats(1e-9, 0.9)
samples = st.lists(st.integers(-1000, 1000).map(lambda i: i / 8), min_size=2, max_size=12)
SIDES = ("greater", "less", "two-sided")
RNG = np.random.default_rng(0)


def test_an_interval_contains_both_of_its_ends():
    interval = Interval(-1.5, 2.0)
    assert [interval.contains(x) for x in (-1.6, -1.5, 0, 2.0, 2.1)] == [False, True, True, True, False]


def test_the_interval_of_two_values_is_a_quantile_of_cauchy():
    half = 2 * math.tan(math.pi * 0.45)  # sd / sqrt 2 = |7 - 3| / 2; 1 - alpha/2 = 0.95
    assert mean_interval([3, 7], alpha=0.1) == pytest.approx((5 - half, 5 + half))


@calm
@given(samples, levels)
def test_the_mean_interval_is_that_of_scipy(values, alpha):
    mean, half = np.mean(values), scipy_stats.t.isf(alpha / 2, len(values) - 1) * scipy_stats.sem(values)
    assert mean_interval(values, alpha) == pytest.approx((mean - half, mean + half), rel=1e-9, abs=1e-9)


def test_the_interval_of_four_values_takes_students_quantile_and_n_minus_1():
    expected = scipy_stats.t.interval(0.99, 3, 2, math.sqrt(14 / 3) / 2)  # mean 2, deviations 2, 1, 0, 3
    assert mean_interval([0, 1, 2, 5], alpha=0.01) == pytest.approx(expected)


@calm
@given(samples, st.floats(0.01, 100), st.floats(-100, 100))
def test_the_mean_interval_moves_with_scale_and_shift(values, scale, shift):
    x = np.array(values)
    low, high = mean_interval(x)
    moved = pytest.approx((scale * low + shift, scale * high + shift), abs=1e-8)
    assert mean_interval(scale * x + shift) == moved
    assert mean_interval(-x) == pytest.approx((-high, -low))


@pytest.mark.parametrize("value", [0.1, 0.7, -0.3, 0.0, 1e308])
@pytest.mark.parametrize("n", [2, 3, 6, 50])
def test_equal_values_give_an_interval_of_length_0(value, n):
    assert mean_interval([value] * n) == (value, value)


@pytest.mark.parametrize("scale", [1e-200, 1e250])
def test_tiny_and_huge_values_neither_vanish_nor_overflow(scale):
    x = np.array([3, 1, 2, -5])
    assert np.array(mean_interval(scale * x)) / scale == pytest.approx(np.array(mean_interval(x)))
    assert sign_flip_test(scale * np.array([3, 1, 2])) == 1 / 8


def test_sums_beyond_the_floats_do_not_give_p_0():
    assert sign_flip_test([1.7e308, 1e308, 1.2e308]) == 1 / 8


def test_the_mean_interval_covers_a_normal_mean_as_often_as_it_says(seed):
    runs = 10_000
    x = 3 + 2 * stream(seed, "coverage").standard_normal((runs, 4))
    assert detectable_gap(runs, p=0.8) <= 0.04
    check_prob(sum(mean_interval(row, 0.2).contains(3) for row in x), runs, 0.8)


@pytest.mark.parametrize("statistic", [np.mean, np.median, np.ptp])
def test_the_bootstrap_is_the_percentile_interval_of_scipy(statistic):
    x = np.array([1, 2, 4, 9, 3, 7, 0.5])
    ours = bootstrap_interval(x, statistic, rng=np.random.default_rng(3), alpha=0.1, n_resamples=999)
    theirs = scipy_stats.bootstrap(
        (x,), statistic, n_resamples=999, vectorized=False, confidence_level=0.9, method="percentile",
        rng=np.random.default_rng(3),
    ).confidence_interval  # fmt: skip
    assert ours == pytest.approx((theirs.low, theirs.high))


def test_the_bootstrap_draws_whole_rows_with_replacement(seed):
    firsts = []

    def spread(rows):
        assert np.array_equal(rows[:, 1], 10 * rows[:, 0] + 1)
        firsts.append(int(rows[:, 0].sum()))
        return rows[:, 1].mean() - rows[:, 0].mean()

    interval = bootstrap_interval([(0, 1), (1, 11)], spread, rng=stream(seed, "rows"), n_resamples=4000)
    assert interval == (1, 10)  # both rows the same in one resample of four on each side
    assert detectable_gap(4000, p=0.5, alpha=ALPHA / 3) <= 0.08
    check_counts(np.bincount(firsts, minlength=3), [0.25, 0.5, 0.25])


@pytest.mark.parametrize(
    ("k", "n", "alpha", "low", "high"),
    [
        (0, 10, 0.05, 0, 1 - 0.025 ** (1 / 10)),
        (7, 7, 0.05, 0.025 ** (1 / 7), 1),
        (1, 2, 0.1, 1 - math.sqrt(0.95), math.sqrt(0.95)),  # 1 - (1 - p)^2 = 1 - p^2 = alpha/2
        (0, 1, 0.3, 0, 0.85),
    ],
)
def test_clopper_pearson_on_paper(k, n, alpha, low, high):
    assert clopper_pearson(k, n, alpha) == pytest.approx((low, high), abs=0, rel=1e-12)


@calm
@given(st.integers(1, 300), st.floats(0, 1), st.floats(1e-4, 0.9))
def test_clopper_pearson_is_that_of_scipy_and_symmetric(n, share, alpha):
    k = round(share * n)
    low, high = clopper_pearson(k, n, alpha)
    theirs = scipy_stats.binomtest(k, n).proportion_ci(1 - alpha, "exact")
    assert (low, high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)
    assert clopper_pearson(n - k, n, alpha) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@pytest.mark.parametrize("alpha", [0.5, 0.05, 1e-6])
@pytest.mark.parametrize("n", [1, 2, 7, 40])
def test_clopper_pearson_misses_each_side_at_most_half_of_alpha(n, alpha):
    ends = np.array([clopper_pearson(k, n, alpha) for k in range(n + 1)])
    for p in np.linspace(0.003, 0.998, 60):
        mass = binom.pmf(np.arange(n + 1), n, p)
        assert mass @ (ends[:, 0] > p) <= alpha / 2
        assert mass @ (ends[:, 1] < p) <= alpha / 2
    for k, (low, high) in enumerate(ends):  # and no shorter interval would do
        assert k == 0 or binom.sf(k - 1, n, low) == pytest.approx(alpha / 2)
        assert k == n or binom.cdf(k, n, high) == pytest.approx(alpha / 2)


@pytest.mark.parametrize(
    ("differences", "greater", "less", "two_sided"),
    [
        ([3, 1, 2], 1 / 8, 1, 2 / 8),
        ([3, -1, 2], 2 / 8, 7 / 8, 4 / 8),  # the sums are +-6, +-4, +-2, 0, 0
        ([0, 2], 1 / 2, 1, 1),
        ([0, 0, 0], 1, 1, 1),
        ([0.1, 0.2, -0.3], 5 / 8, 5 / 8, 1),  # 0 but for rounding
        ([-5], 1, 1 / 2, 1),
    ],
)
def test_sign_flips_on_paper(differences, greater, less, two_sided):
    assert [sign_flip_test(differences, side) for side in SIDES] == [greater, less, two_sided]


@calm
@given(st.lists(st.integers(-9, 9), min_size=2, max_size=7), st.sampled_from(SIDES))
def test_the_exact_sign_flip_test_is_that_of_scipy(differences, side):
    theirs = scipy_stats.permutation_test(
        (differences,), np.sum, permutation_type="samples", alternative=side, vectorized=False
    )
    assert sign_flip_test(differences, side) == pytest.approx(theirs.pvalue)


@calm
@given(st.lists(st.integers(0, 9), min_size=1, max_size=6), st.sampled_from(SIDES))
def test_the_exact_sign_flip_test_keeps_every_level(sizes, side):
    patterns = itertools.product((1, -1), repeat=len(sizes))
    p = np.array([sign_flip_test(np.multiply(sizes, signs), side) for signs in patterns])
    assert all((p <= level).mean() <= level for level in p)


def test_the_sign_flip_test_is_uniform_without_ties():
    p = [sign_flip_test(np.multiply([1, 2, 4, 8, 16], s)) for s in itertools.product((1, -1), repeat=5)]
    assert sorted(p) == [i / 32 for i in range(1, 33)]


@calm
@given(samples, st.floats(1e-6, 1e6), st.sampled_from(SIDES))
def test_sign_flips_do_not_see_scale_or_order(values, scale, side):
    p = sign_flip_test(values, side)
    assert sign_flip_test(scale * np.array(values)[::-1], side) == p
    assert sign_flip_test(-np.array(values), {"greater": "less", "less": "greater"}.get(side, side)) == p


def test_twenty_differences_are_exact_and_more_draw_patterns():
    assert sign_flip_test(np.arange(1, 21)) == 2**-20
    rng = np.random.default_rng(0)  # that a pattern is all plus has probability 2^-40 here
    assert sign_flip_test(np.ones(40), rng=rng, n_flips=99) == 1 / 100
    assert sign_flip_test(np.ones(40), "less", rng=rng, n_flips=99) == 1


@pytest.mark.parametrize("side", SIDES)
def test_random_sign_flips_are_uniform_under_the_null(side, seed):
    runs, rng = 2000, stream(seed, "flips " + side)
    p = [sign_flip_test(x, side, rng=rng, n_flips=9) for x in rng.standard_normal((runs, 21))]
    assert detectable_gap(runs, p=0.1, alpha=ALPHA / 10) <= 0.07
    check_counts(np.bincount(np.rint(10 * np.array(p)).astype(int), minlength=11)[1:], np.full(10, 0.1))


def test_holm_on_paper():
    rejected, adjusted = holm([0.01, 0.04, 0.03, 0.005], alpha=0.05)
    assert adjusted == pytest.approx([0.03, 0.06, 0.06, 0.02])  # 3, 1 (after 2), 2 and 4 times p
    assert rejected.tolist() == [True, False, False, True]
    assert holm([0.02, 0.6, 0.02, 0.9]).adjusted == pytest.approx([0.08, 1, 0.08, 1])
    assert holm([0.05, 0.025], alpha=0.05).rejected.all()  # on the boundary, both


@calm
@given(st.lists(st.integers(0, 1000), min_size=1, max_size=8), st.randoms())
def test_holm_is_its_definition_step_by_step(thousandths, random):
    p = np.array(thousandths) / 1000
    result, rejected = holm(p), np.zeros(len(p), bool)
    for step, i in enumerate(sorted(range(len(p)), key=lambda i: thousandths[i])):
        if Fraction(thousandths[i], 1000) > Fraction(5, 100) / (len(p) - step):
            break
        rejected[i] = True
    assert isinstance(result, Holm)
    assert np.array_equal(result.rejected, rejected)
    assert (p <= result.adjusted).all()
    assert (np.diff(result.adjusted[np.argsort(p)]) >= 0).all()
    order = random.sample(range(len(p)), len(p))
    assert np.array_equal(holm(p[order]).adjusted, result.adjusted[order])
    for i, level in enumerate(result.adjusted):  # the smallest alpha that rejects
        if 0 < level < 0.99:
            assert holm(p, level * 1.001).rejected[i]
            assert not holm(p, level * 0.999).rejected[i]


def test_holm_rejects_a_true_hypothesis_as_rarely_as_it_says(seed):
    runs, p = 5000, stream(seed, "holm").random((5000, 4))
    assert detectable_gap(runs, p=0.19) <= 0.05
    check_prob(sum(holm(row, 0.2).rejected.any() for row in p), runs, 1 - 0.95**4)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: mean_interval([1]), "values must have at least 2 numbers; got 1"),
        (lambda: mean_interval([[1, 2]]), r"values must be an array with 1 axis; got shape \(1, 2\)"),
        (lambda: mean_interval([1, math.nan]), "values must be finite; got nan"),
        (lambda: mean_interval([1, 2], 0), r"alpha must be a number in \(0, 1\); got 0"),
        (lambda: bootstrap_interval([3], rng=RNG), r"values must have at least 2 rows; got shape \(1,\)"),
        (
            lambda: bootstrap_interval([1, 2], rng=RNG, alpha=1e-3, n_resamples=1999),
            "n_resamples must be an int >= 2000; got 1999",
        ),
        (
            lambda: bootstrap_interval([1, 2], lambda x: math.inf, rng=RNG),
            "statistic of every resample must be finite; got inf",
        ),
        (lambda: clopper_pearson(4, 3), r"successes must be an int in \[0, 3\]; got 4"),
        (lambda: clopper_pearson(0, 0), "n must be an int >= 1; got 0"),
        (lambda: sign_flip_test([]), "differences must have at least 1 numbers; got 0"),
        (
            lambda: sign_flip_test([1], "both"),
            "alternative must be one of greater, less, two-sided; got 'both'",
        ),
        (lambda: sign_flip_test([1] * 21), "rng must be given for more than 20 differences; got None"),
        (lambda: sign_flip_test([1], n_flips=0), "n_flips must be an int >= 1; got 0"),
        (lambda: holm([]), "p_values must be at least one probability; got none"),
        (lambda: holm([0.2, 1.5]), r"p_values must be in \[0, 1\]; got max 1\.5"),
    ],
)
def test_bad_arguments_of_intervals_and_tests_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        call()


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
