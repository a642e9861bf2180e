"""Intervals and exact tests: on paper, against scipy, and by their error rates."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats as scipy_stats
from scipy.stats import binom

from simlib.rng import stream
from simlib.stats import (
    ALPHA,
    Holm,
    Interval,
    bootstrap_interval,
    check_counts,
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
