"""The Bernoulli world: the law of its rewards, its truth, and what it refuses."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.stats import check_prob, detectable_gap


def test_gaps_on_paper():
    world = BernoulliBandit([0.25, 0.75, 0.5])
    assert world.n_arms == 3
    assert np.array_equal(world.gaps, [0.5, 0.0, 0.25])


def test_reward_on_paper():
    world = BernoulliBandit([0.25, 0.75])
    arm, u = np.array([0, 0, 1, 1, 0]), np.array([0.2, 0.3, 0.7, 0.8, 0.25])
    assert np.array_equal(world.reward(arm, u), [1, 0, 1, 0, 0])


@pytest.mark.parametrize("p", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_the_law_of_the_rewards(p, seed):
    n = 40_000
    assert detectable_gap(n, p=0.5) <= 0.03
    u = np.random.default_rng(seed).random(n)
    rewards = BernoulliBandit([p]).reward(np.zeros(n, dtype=int), u)
    check_prob(int(rewards.sum()), n, p)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_best_arm_has_no_gap_and_none_is_negative(means):
    gaps = BernoulliBandit(means).gaps
    assert gaps.min() == 0
    assert gaps.max() <= 1


@pytest.mark.parametrize(
    ("means", "seen"),
    [([0.5, 1.3], "1.3"), ([-0.1], "-0.1"), ([], "empty|no|0"), ([0.5, float("nan")], "nan"), (["a"], "a")],
)
def test_bad_means_are_refused_in_one_sentence(means, seen):
    with pytest.raises(ValueError, match=rf"^means must .*; got .*({seen})") as error:
        BernoulliBandit(means)
    assert "\n" not in str(error.value)
