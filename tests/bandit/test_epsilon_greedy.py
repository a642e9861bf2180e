"""Epsilon-greedy: how often it explores, what it does otherwise, its linear regret."""

import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.epsilon_greedy import EpsilonGreedy
from simlib.bandit.simulate import simulate
from simlib.stats import check_counts, detectable_gap


class Scripted:
    """Stands in for the generator: the uniforms of this list, one array after the other."""

    def __init__(self, *rounds):
        self.rounds = [np.array(r) for r in rounds]

    def random(self, size):
        return self.rounds.pop(0)


def test_on_paper():
    policy = EpsilonGreedy(0.3)
    policy.reset(4, 5, 10)
    policy.reward_mean[:] = [0.1, 0.2, 0.9, 0.3, 0.0]
    # explore where u < 0.3; then arm floor(5 u)
    arm = policy.act(1, Scripted([0.29, 0.3, 0.1, 0.9], [0.99, 0.99, 0.41, 0.0]))
    assert np.array_equal(arm, [4, 2, 2, 2])


def test_exploration_takes_every_arm_equally_often(seed):
    n, epsilon = 50_000, 0.4
    assert detectable_gap(n, p=0.1) <= 0.02
    policy = EpsilonGreedy(epsilon)
    policy.reset(n, 4, 10)
    policy.reward_mean[:, 2] = 1.0
    arm = policy.act(1, np.random.default_rng(seed))
    check_counts(np.bincount(arm, minlength=4), [0.1, 0.1, 0.7, 0.1])


@pytest.mark.parametrize(("epsilon", "others"), [(0.0, 0.0), (1.0, 2 / 3)])
def test_the_limits(epsilon, others):
    policy = EpsilonGreedy(epsilon)
    policy.reset(3000, 3, 10)
    policy.reward_mean[:, 1] = 0.5
    arm = policy.act(1, np.random.default_rng(0))
    assert abs((arm != 1).mean() - others) < 0.06


def test_it_pays_epsilon_times_the_mean_gap_for_ever(seed):
    # between T/2 and T the greedy choice is right, so regret grows by epsilon * mean(gaps) a round
    world, horizon, runs = BernoulliBandit([0.9, 0.3, 0.3]), 4096, 512
    result = simulate(world, EpsilonGreedy(0.2), horizon, runs, seed, progress=False)
    label = "epsilon-greedy 0.2"
    half = int(np.searchsorted(result.t, horizon // 2))
    growth = (result.regret[label][:, -1] - result.regret[label][:, half]) / (horizon - result.t[half])
    expected = 0.2 * world.gaps.mean()
    assert abs(growth.mean() - expected) < 6 * growth.std() / np.sqrt(runs) + 0.001


@pytest.mark.parametrize("bad", [-0.1, 1.5, float("nan"), "often"])
def test_bad_epsilon_is_refused(bad):
    with pytest.raises(ValueError, match=r"epsilon must .*; got"):
        EpsilonGreedy(bad)
