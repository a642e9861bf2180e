"""Successive elimination: its test on paper, its choices those of a slow loop, its place among neighbours."""

import math

import numpy as np

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.explore_first import ExploreFirst
from simlib.bandit.simulate import simulate
from simlib.bandit.successive_elimination import SuccessiveElimination, surviving
from simlib.bandit.ucb1 import UCB1

HORIZON = math.exp(2)  # so that 2 log T = 4, and the radius is 2 / sqrt(pulls)


def test_the_test_on_paper():
    # radius 2/8 = 0.25: the best lower bound is 0.65, the upper ones 1.15, 0.45, 0.75
    mean, active = np.array([0.9, 0.2, 0.5]), np.ones(3, dtype=bool)
    assert np.array_equal(surviving(mean, np.full(3, 64.0), active, HORIZON), [True, False, True])
    # radius 2/4 = 0.5: the best lower bound is 0.4, and all reach it
    assert surviving(mean, np.full(3, 16.0), active, HORIZON).all()


def test_what_was_dropped_neither_returns_nor_drops_others():
    mean, pulls = np.array([0.9, 0.2, 0.5]), np.full(3, 100.0)
    active = np.array([False, True, True])
    # radius 0.2: of the active the best lower bound is 0.3, and 0.4 passes it; the dropped 0.9 would say 0.7
    assert np.array_equal(surviving(mean, pulls, active, HORIZON), active)


def test_equal_bounds_survive_and_so_does_a_lone_arm():
    # 0.75 - 0.25 = 0.25 + 0.25: not yet surely worse
    assert surviving(np.array([0.75, 0.25]), np.full(2, 64.0), np.ones(2, bool), HORIZON).all()
    assert surviving(np.array([0.1]), np.array([1.0]), np.array([True]), HORIZON).all()


def test_the_test_broadcasts_over_runs():
    rng = np.random.default_rng(0)
    mean, pulls, active = rng.random((5, 4)), rng.integers(20, 90, (5, 4)), rng.random((5, 4)) < 0.8
    rows = [surviving(*row, 50.0) for row in zip(mean, pulls, active, strict=True)]
    assert np.array_equal(surviving(mean, pulls, active, 50.0), np.stack(rows))


def slow_arms(rewards, n_arms: int, horizon: int) -> list[int]:
    """One run, from the book's text. rewards[k] yields the rewards of arm k."""
    active, heard, pulled = list(range(n_arms)), [[] for _ in range(n_arms)], []
    while len(pulled) < horizon:
        for k in active:
            heard[k].append(next(rewards[k]))
            pulled.append(k)
        radius = [math.sqrt(2 * math.log(horizon) / len(h)) for h in heard]
        mean = [sum(h) / len(h) for h in heard]
        best = max(mean[k] - radius[k] for k in active)
        active = [k for k in active if mean[k] + radius[k] >= best]
    return pulled[:horizon]


def test_the_choices_are_those_of_a_slow_loop():
    n_runs, n_arms, horizon = 12, 4, 1700
    luck = np.random.default_rng(1).random((n_runs, n_arms, horizon))
    rewards = (luck < np.array([0.95, 0.1, 0.5, 0.75])[:, None]).astype(float)
    policy = SuccessiveElimination()
    policy.reset(n_runs, n_arms, horizon)
    count, trace, row = np.zeros((n_runs, n_arms), dtype=int), [], np.arange(n_runs)
    for t in range(1, horizon + 1):
        arm = policy.act(t, None)
        policy.learn(arm, rewards[row, arm, count[row, arm]])
        count[row, arm] += 1
        trace.append(arm)
    for run in range(n_runs):
        slow = slow_arms([iter(r) for r in rewards[run]], n_arms, horizon)
        assert np.array_equal(np.stack(trace)[:, run], slow)
    assert policy.active.sum(axis=1).max() <= 2, "two arms were dropped, or this test saw too little"


def test_it_compares_close_rivals_longer_than_explore_first(seed):
    # at T = 2000 explore-first gives every arm the same; elimination drops the hopeless arm and goes on
    world, policies = BernoulliBandit([0.9, 0.85, 0.1]), [SuccessiveElimination(), ExploreFirst()]
    result = simulate(world, policies, 2000, 256, seed, progress=False)
    adaptive, fixed = (result.pulls[label] for label in result.labels)
    assert (adaptive[:, 1] > 3 * adaptive[:, 2]).mean() > 0.99
    assert (fixed[:, 2] == fixed[:, 2].min()).all()
    assert np.mean(fixed[:, 1] > 3 * fixed[:, 2]) < 0.5


def test_the_best_arm_stays_and_a_far_worse_one_goes(seed):
    # the clean event fails with probability 2/T^2 at most; a gap of 0.6 needs about 8 log T / 0.6^2 pulls
    horizon, runs = 2000, 512
    policy = SuccessiveElimination()
    policy.reset(runs, 2, horizon)
    luck = np.random.default_rng(seed)
    for t in range(1, horizon + 1):
        arm = policy.act(t, None)
        policy.learn(arm, (luck.random(runs) < np.array([0.8, 0.2])[arm]).astype(float))
    assert policy.active[:, 0].all()
    assert not policy.active[:, 1].any()
    assert policy.pulls[:, 1].max() <= 32 * math.log(horizon) / 0.6**2 / 2 + 1
    assert np.array_equal(policy.predict(), np.zeros(runs))


def test_its_radius_of_log_T_costs_more_than_ucb1(seed):
    world, runs = BernoulliBandit([0.8, 0.5, 0.5]), 256
    result = simulate(world, [SuccessiveElimination(), UCB1()], 3000, runs, seed, progress=False)
    more = result.difference("successive elimination", "UCB1")
    assert more.mean() - 6 * more.std() / math.sqrt(runs) > 20


def test_one_round_of_one_arm():
    result = simulate(BernoulliBandit([0.4]), SuccessiveElimination(), 1, 3, progress=False)
    assert np.array_equal(result.pulls["successive elimination"], [[1]] * 3)
