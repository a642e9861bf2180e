"""KL on paper, by enumeration, and the inequality that makes it useful."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simlib.bandit.kl import bernoulli_kl, gaussian_kl, pinsker_bound

unit = st.floats(0.001, 0.999)


def test_bernoulli_on_paper():
    # 1/2 log((1/2)/(1/4)) + 1/2 log((1/2)/(3/4)) = log 2 - 1/2 log 3
    assert bernoulli_kl(0.5, 0.25) == pytest.approx(math.log(2) - 0.5 * math.log(3))
    # 1/4 log(1/2) + 3/4 log(3/2): the other way round is another number
    assert bernoulli_kl(0.25, 0.5) == pytest.approx(0.75 * math.log(3) - math.log(2))


def test_certainties_on_paper():
    assert bernoulli_kl(0, 0.25) == pytest.approx(-math.log(0.75))
    assert bernoulli_kl(1, 0.25) == pytest.approx(math.log(4))
    assert bernoulli_kl([0, 1], [0, 1]) == pytest.approx([0, 0])
    assert bernoulli_kl([0.5, 0.5], [0, 1]) == pytest.approx([math.inf, math.inf])


def test_gaussian_on_paper():
    assert gaussian_kl(1.0, 4.0, sd=3) == pytest.approx(0.5)
    assert gaussian_kl([0, 1], 1) == pytest.approx([0.5, 0])


def test_gaussian_against_the_integral():
    x = np.linspace(-30, 30, 200_001)
    p, q = (np.exp(-((x - m) ** 2) / 8) / math.sqrt(8 * math.pi) for m in (0.3, 1.7))
    inside = p > 0
    integral = np.trapezoid(p[inside] * np.log(p[inside] / q[inside]), x[inside])
    assert gaussian_kl(0.3, 1.7, sd=2) == pytest.approx(integral)


@given(unit, unit)
def test_it_is_zero_for_equals_only_and_the_probability_of_heads_obeys_pinsker(p, q):
    divergence = float(bernoulli_kl(p, q))
    assert abs(p - q) <= pinsker_bound(max(divergence, 0.0)) + 1e-9
    assert float(bernoulli_kl(p, p)) == pytest.approx(0, abs=1e-12)


@given(unit, unit, st.integers(1, 8))
def test_independent_tosses_add_up(p, q, n):
    """The chain rule, by summing over all sequences of n tosses."""
    heads = np.arange(n + 1)
    ways = np.array([math.comb(n, k) for k in heads])
    log_p, log_q = (heads * np.log(x) + (n - heads) * np.log1p(-x) for x in (p, q))
    summed = float((ways * np.exp(log_p) * (log_p - log_q)).sum())
    assert n * float(bernoulli_kl(p, q)) == pytest.approx(summed, rel=1e-7, abs=1e-9)


def test_pinsker_on_paper():
    assert pinsker_bound([0.0, 0.5, 8.0]) == pytest.approx([0, 0.5, 2])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: bernoulli_kl(1.2, 0.5), r"p must be in \[0, 1\]; got 1\.2 to 1\.2"),
        (lambda: bernoulli_kl(0.5, [0.1, -0.2]), r"q must be in \[0, 1\]; got -0\.2 to 0\.1"),
        (lambda: gaussian_kl(0, 1, sd=0), r"sd must be .*> 0; got 0"),
        (lambda: pinsker_bound(-1), r"divergence must be >= 0; got -1"),
    ],
)
def test_bad_arguments_are_refused_in_one_sentence(call, message):
    with pytest.raises(ValueError, match=f"^{message}$"):
        call()
