"""Decaying epsilon-greedy: its rate on paper, the share of exploration, what a fixed rate costs."""

import math

import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.decaying_epsilon_greedy import DecayingEpsilonGreedy, exploration_rate
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.simulate import simulate
from simlib.rng import BlockGenerator
from simlib.stats import check_prob, detectable_gap


def test_the_rate_on_paper():
    # (10 log 1000 / 1000)^(1/3) = 0.069078^(1/3)
    assert exploration_rate(10, 1000) == pytest.approx(0.41031, abs=1e-5)
    # (2 log 8 / 8)^(1/3) = 0.51986^(1/3); half of it with scale 1/2
    assert exploration_rate(2, 8) == pytest.approx(0.80407, abs=1e-5)
    assert exploration_rate(2, 8, scale=0.5) == pytest.approx(0.40203, abs=1e-5)


def test_the_rate_is_a_probability_that_falls_to_zero():
    rates = [exploration_rate(10, t) for t in range(1, 2000)]
    assert rates[0] == 0
    assert max(rates) == 1
    falling = rates[40:]
    assert (np.diff(falling) < 0).all()
    assert exploration_rate(10, 10**12) < 0.001


def others_pulled(policy, t: int, seed: int) -> tuple[int, int]:
    """How often not arm 2, which looks best of 4, is pulled in round t: (count, draws)."""
    rng = BlockGenerator(seed, "law", range(8))
    policy.reset(rng.n_runs, 4, 1000)
    policy.learn(np.full(rng.n_runs, 2), np.ones(rng.n_runs))
    pulls = [policy.act(t, rng) for _ in range(30)]
    return int(sum((arm != 2).sum() for arm in pulls)), 30 * rng.n_runs


@pytest.mark.parametrize("t", [20, 600])
def test_it_explores_at_the_rate_of_the_round(t, seed):
    # explores with (4 log t / t)^(1/3), and then finds another arm than the best three times in four
    p = 0.75 * (4 * math.log(t) / t) ** (1 / 3)
    count, n = others_pulled(DecayingEpsilonGreedy(), t, seed)
    assert detectable_gap(n, p=p) <= 0.03
    check_prob(count, n, p)


def test_the_limits_of_the_scale(seed):
    count, n = others_pulled(DecayingEpsilonGreedy(scale=0), 20, seed)
    assert count == 0
    count, n = others_pulled(DecayingEpsilonGreedy(scale=1000), 20, seed)
    check_prob(count, n, 0.75)


def test_a_fixed_rate_costs_as_much_late_as_early_and_a_falling_one_less(seed):
    # regret per round after T/8 against that before: 1 for a fixed rate, (8^(2/3) - 1) / 7 = 0.43 for
    # regret like t^(2/3), a little more with its logarithm
    world, horizon = BernoulliBandit([0.9, 0.4]), 4000
    policies = [DecayingEpsilonGreedy(), EpsilonGreedy(0.3)]
    result = simulate(world, policies, horizon, 256, seed, progress=False)
    middle, end = np.searchsorted(result.t, horizon / 8), len(result.t) - 1
    pace = {}
    for label in result.labels:
        mean = result.mean(label)
        early = mean[middle] / result.t[middle]
        pace[label] = (mean[end] - mean[middle]) / (result.t[end] - result.t[middle]) / early
    assert pace["epsilon-greedy 0.3"] == pytest.approx(1, abs=0.15)
    assert pace["decaying epsilon-greedy"] < 0.6


def test_bad_scales_are_refused():
    with pytest.raises(ValueError, match=r"scale must .*; got -1"):
        DecayingEpsilonGreedy(scale=-1)
