"""The rule: judged on paper, its intervals by another road, and how often it passes on the boundary."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats as scipy_stats

from simlib.rng import stream
from simlib.rule import Measured, Rule
from simlib.stats import Interval, bootstrap_interval, check_prob, clopper_pearson, detectable_gap

VALUES = np.array([0.31, 0.72, 0.55, 0.18, 0.94, 0.47, 0.63, 0.29, 0.81])


@pytest.mark.parametrize(
    ("bounds", "interval", "result"),
    [
        ({"at_least": 0.5}, (0.6, 0.9), "passes"),
        ({"at_least": 0.5}, (0.5, 0.9), "passes"),  # its lower end on the boundary
        ({"at_least": 0.5}, (0.4, 0.9), "straddles"),
        ({"at_least": 0.5}, (0.1, 0.5), "straddles"),  # its upper end on the boundary
        ({"at_least": 0.5}, (0.1, 0.4), "fails"),
        ({"at_most": 0.5}, (0.1, 0.4), "passes"),
        ({"at_most": 0.5}, (0.1, 0.5), "passes"),
        ({"at_most": 0.5}, (0.1, 0.9), "straddles"),
        ({"at_most": 0.5}, (0.5, 0.9), "straddles"),
        ({"at_most": 0.5}, (0.6, 0.9), "fails"),
        ({"at_least": 0.2, "at_most": 0.7}, (0.2, 0.7), "passes"),
        ({"at_least": 0.2, "at_most": 0.7}, (0.1, 0.3), "straddles"),
        ({"at_least": 0.2, "at_most": 0.7}, (0.6, 0.8), "straddles"),
        ({"at_least": 0.2, "at_most": 0.7}, (0.1, 0.8), "straddles"),
        ({"at_least": 0.2, "at_most": 0.7}, (-0.3, 0.1), "fails"),
        ({"at_least": 0.2, "at_most": 0.7}, (0.8, 0.9), "fails"),
        ({"at_least": -0.4, "at_most": -0.4}, (-0.4, -0.4), "passes"),
    ],
)
def test_judged_on_paper(bounds, interval, result):
    assert Rule(**bounds).judge(Interval(*interval)) == result


@given(st.lists(st.floats(-5, 5), min_size=2, max_size=2), st.floats(-3, 3), st.floats(0, 3))
def test_mirrored_numbers_and_bounds_are_judged_alike(ends, low, width):
    interval, mirror = Interval(min(ends), max(ends)), Interval(-max(ends), -min(ends))
    here = [Rule(at_least=low), Rule(at_most=low), Rule(at_least=low, at_most=low + width)]
    there = [Rule(at_most=-low), Rule(at_least=-low), Rule(at_least=-low - width, at_most=-low)]
    assert [r.judge(interval) for r in here] == [r.judge(mirror) for r in there]


def test_students_interval_is_the_one_of_scipy():
    measured = Rule(at_least=0.3, alpha=0.03).apply(VALUES)
    mean, error = VALUES.mean(), scipy_stats.sem(VALUES)
    expected = scipy_stats.t.interval(0.97, len(VALUES) - 1, loc=mean, scale=error)
    np.testing.assert_allclose(measured.interval, expected, rtol=1e-12)
    assert (measured.n, measured.estimate) == (9, pytest.approx(mean, rel=1e-14))
    assert measured.result == "passes"  # 0.544 +- 0.219
    assert Rule(at_least=0.3, alpha=0.003).apply(VALUES).result == "straddles"


def test_the_exact_interval_is_that_of_the_count():
    flags = np.array([1, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0])
    rule = Rule(at_most=0.9, alpha=0.2, interval="exact")
    assert rule.apply(flags) == Measured(11, pytest.approx(7 / 11), clopper_pearson(7, 11, 0.2), "passes")
    assert rule.apply(flags.astype(bool)).interval == rule.apply(flags).interval
    assert rule.apply(1 - flags).interval == clopper_pearson(4, 11, 0.2)


def test_the_bootstrap_has_a_stream_of_its_own_from_the_seed():
    values = stream(5, "values").random(23)
    rule = Rule(at_least=0.1, alpha=0.04, interval="bootstrap", min_n=20)
    by_hand = bootstrap_interval(values, rng=stream(7, "claim bootstrap"), alpha=0.04)
    assert rule.apply(values, seed=7).interval == by_hand
    assert rule.apply(values, seed=8).interval != by_hand


def test_a_small_alpha_gets_the_resamples_that_it_needs():
    rule = Rule(at_least=0, alpha=0.0005, interval="bootstrap", min_n=20)
    low, high = rule.apply(np.linspace(0.2, 0.9, 20)).interval
    assert 0.2 < low < 0.45 < 0.65 < high < 0.9  # five standard errors of 0.048 are 0.24


@pytest.mark.parametrize("n", [8, 19, 60, 401])
@pytest.mark.parametrize("bound", [0.05, 0.37, 0.5, 0.98])
@pytest.mark.parametrize("alpha", [0.01, 0.2])
def test_on_the_boundary_an_exact_rule_passes_with_alpha_over_two_at_most(n, bound, alpha):
    # added up over all counts, no luck is in it
    probability = scipy_stats.binom(n, bound).pmf(np.arange(n + 1))
    for rule in (
        Rule(at_least=bound, alpha=alpha, interval="exact"),
        Rule(at_most=bound, alpha=alpha, interval="exact"),
    ):
        results = [rule.apply(np.arange(n) < k).result for k in range(n + 1)]
        passes = sum(p for p, result in zip(probability, results, strict=True) if result == "passes")
        fails = sum(p for p, result in zip(probability, results, strict=True) if result == "fails")
        assert passes <= alpha / 2
        assert fails <= alpha / 2
        assert {"straddles"} < set(results)  # it does not say "straddles" to everything


def test_on_the_boundary_a_rule_of_students_passes_in_alpha_over_two(seed):
    alpha, n = 0.3, 4000
    values = 0.8 + 2.5 * stream(seed, "boundary").standard_normal((n, 9))
    at_least = [Rule(at_least=0.8, alpha=alpha).apply(x).result for x in values]
    at_most = [Rule(at_most=0.8, alpha=alpha).apply(x).result for x in values]
    # an interval of level 1 - 2 alpha would pass in 0.3, one of level 1 - alpha / 2 in 0.075
    assert detectable_gap(n, p=alpha / 2) <= 0.05
    check_prob(at_least.count("passes"), n, alpha / 2)
    check_prob(at_most.count("passes"), n, alpha / 2)
    assert at_least.count("fails") == at_most.count("passes")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([0.3] * 8 + [math.nan], "it must be finite; got nan"),
        ([0.3] * 8 + [math.inf], "it must be finite; got inf"),
        ([0.3] * 7, "it must be at least 8 numbers; got 7"),
        ([], "it must be at least 8 numbers; got 0"),
        (0.3, "it must be an array with 1 axis; got shape ()"),
        (np.full((8, 2), 0.3), "it must be an array with 1 axis; got shape (8, 2)"),
        (["high"] * 8, "it must be an array of float64"),
        (None, "it must be an array of float64"),
    ],
)
@pytest.mark.parametrize("interval", ["t", "exact"])
def test_a_measurement_that_is_not_so_many_finite_numbers_raises(values, said, interval):
    with pytest.raises(ValueError) as error:
        Rule(at_least=0.1, interval=interval).apply(values, "it")
    assert str(error.value).startswith(said)


def test_min_n_counts():
    assert Rule(at_least=0.1, min_n=9).apply(VALUES).n == 9
    with pytest.raises(ValueError, match="values must be at least 10 numbers; got 9"):
        Rule(at_least=0.1, min_n=10).apply(VALUES)


def test_an_exact_interval_takes_only_0_and_1():
    with pytest.raises(ValueError, match=r"values must be 0 or 1 for an exact interval; got 0\.25"):
        Rule(at_least=0.1, interval="exact").apply([1, 0, 0, 1, 0.25, 1, 0, 2])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, "a rule must have at_least, at_most or both; got neither"),
        ({"at_least": 0.7, "at_most": 0.2}, "at_least must be <= at_most = 0.2; got 0.7"),
        ({"at_least": math.nan}, "at_least must be a number; got nan"),
        ({"at_most": "0.5"}, "at_most must be a number; got '0.5'"),
        ({"at_least": 0, "alpha": 0}, "alpha must be a number in (0, 1); got 0"),
        ({"at_least": 0, "alpha": 1.0}, "alpha must be a number in (0, 1); got 1.0"),
        ({"at_least": 0, "interval": "normal"}, "interval must be one of t, bootstrap, exact; got 'normal'"),
        ({"at_least": 0, "min_n": 7}, "min_n must be an int >= 8; got 7"),
        (
            {"at_least": 0, "interval": "bootstrap", "min_n": 19},
            "min_n of a bootstrap interval must be an int >= 20; got 19",
        ),
    ],
)
def test_a_rule_that_cannot_be_is_refused(arguments, said):
    with pytest.raises(ValueError) as error:
        Rule(**arguments)
    assert str(error.value) == said


@pytest.mark.parametrize(
    ("estimate", "interval", "shown"),
    [
        (0.5437, (0.3251, 0.7623), ("0.5", "0.3 to 0.8")),  # half of the width is 0.2186: one digit
        (0.5437, (0.4251, 0.6623), ("0.54", "0.43 to 0.66")),  # 0.1186: two digits below 2
        (1234.6, (1034.2, 1834.9), ("1200", "1000 to 1800")),
        (-3.14159, (-3.19, -3.09), ("-3.14", "-3.19 to -3.09")),
        (-0.004, (-0.31, 0.302), ("0.0", "-0.3 to 0.3")),  # no minus zero
        (2.0, (2.0, 2.0), ("2.000", "2.000 to 2.000")),
        (0.0, (0.0, 0.0), ("0", "0 to 0")),
        # equal numbers up to the noise of rounding, which is not shown
        (2.610434542726609, (2.6104345427266082, 2.610434542726609), ("2.610", "2.610 to 2.610")),
    ],
)
def test_shown_on_paper(estimate, interval, shown):
    assert Measured(9, estimate, Interval(*interval), "straddles").shown() == shown


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e5), st.floats(0, 1))
def test_shown_moves_no_number_by_more_than_an_eighth_of_the_width(low, width, where):
    high, estimate = low + width, low + where * width
    text, ends = Measured(9, estimate, Interval(low, high), "passes").shown()
    shown = [float(text), *(float(end) for end in ends.split(" to "))]
    assert np.abs(np.array(shown) - [estimate, low, high]).max() <= 0.125001 * width


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule(at_least=0.25), "at least 0.25"),
        (Rule(at_most=-3), "at most -3"),
        (Rule(at_least=0.4, at_most=0.6), "0.4 to 0.6"),
        (Rule(at_least=0), "at least 0"),
        (Rule(at_most=0), "at most 0"),
    ],
)
def test_a_rule_says_its_bounds(rule, text):
    assert str(rule) == text
