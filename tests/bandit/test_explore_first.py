"""Explore-first: its length on paper, its two phases recomputed."""

import numpy as np
import pytest

from simlib.bandit.explore_first import ExploreFirst, exploration_length


def test_the_length_on_paper():
    # (1000 / 8)^(2/3) = 25 and (log 1000)^(1/3) = 1.9045: 47.6, rounded up
    assert exploration_length(8, 1000) == 48
    # (10^6 / 8)^(2/3) = 2500 and (log 10^6)^(1/3) = 2.3995: 5998.7, rounded up
    assert exploration_length(8, 10**6) == 5999


def test_the_length_never_exceeds_what_the_horizon_allows():
    assert exploration_length(10, 10) == 1
    assert exploration_length(3, 10) == 3
    for horizon in range(5, 200):
        assert 1 <= exploration_length(5, horizon) <= horizon // 5


def test_it_explores_in_turn_and_then_stays_with_the_best_mean():
    policy, rng = ExploreFirst(4), np.random.default_rng(2)
    n_runs, n_arms, horizon = 9, 3, 30
    policy.reset(n_runs, n_arms, horizon)
    sums = np.zeros((n_runs, n_arms))
    for t in range(1, horizon + 1):
        arm, reward = policy.act(t, rng), rng.random(n_runs)
        if t <= 12:
            assert np.array_equal(arm, np.full(n_runs, (t - 1) % 3))
            sums[np.arange(n_runs), arm] += reward
        else:
            assert np.array_equal(arm, sums.argmax(axis=1)), "equal numbers of pulls: sums decide"
        policy.learn(arm, reward)


def test_what_is_seen_after_exploring_changes_nothing():
    policy = ExploreFirst(1)
    policy.reset(1, 2, 10)
    for t, reward in ((1, 1.0), (2, 0.5), (3, 0.0), (4, 0.0)):
        arm = policy.act(t, None)
        policy.learn(arm, np.array([reward]))
    assert policy.reward_mean[0, 0] < 0.5
    assert np.array_equal(policy.act(5, None), [0])


def test_a_second_reset_forgets_the_choice():
    policy = ExploreFirst(1)
    for best in (0, 1):
        policy.reset(1, 2, 10)
        for t in (1, 2):
            policy.learn(policy.act(t, None), np.array([float(t - 1 == best)]))
        assert np.array_equal(policy.act(3, None), [best])


@pytest.mark.parametrize("bad", [0, -3, 2.5])
def test_bad_lengths_are_refused(bad):
    with pytest.raises(ValueError, match=f"n_explore must .*; got {bad}"):
        ExploreFirst(bad)
