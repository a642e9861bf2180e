"""UCB1: the formula on paper, the choices recomputed from the rewards, the shape of the theory."""

import math

import numpy as np
import pytest

from simlib.bandit.bernoulli import BernoulliBandit
from simlib.bandit.simulate import simulate
from simlib.bandit.ucb1 import UCB1, ucb1_index


def test_the_index_on_paper():
    # t = e^2, so that 2 log t = 4: 0.5 + sqrt(4 / 4), 0.25 + sqrt(4 / 16), 0.75 + sqrt(4 / 1)
    index = ucb1_index(np.array([0.5, 0.25, 0.75]), np.array([4.0, 16.0, 1.0]), math.exp(2))
    assert index == pytest.approx([1.5, 0.75, 2.75])


def test_the_scale_multiplies_the_radius_and_not_its_square():
    mean, pulls = np.array([0.5]), np.array([4.0])
    assert ucb1_index(mean, pulls, math.exp(2), scale=3.0) == pytest.approx([3.5])


def test_the_index_broadcasts_over_runs():
    mean, pulls = np.random.default_rng(0).random((2, 5, 3)) + 1
    rows = np.stack([ucb1_index(m, n, 17) for m, n in zip(mean, pulls, strict=True)])
    assert np.array_equal(ucb1_index(mean, pulls, 17), rows)


def test_the_choices_are_those_of_a_slow_loop():
    policy, rng = UCB1(), np.random.default_rng(1)
    n_runs, n_arms, horizon = 7, 3, 200
    policy.reset(n_runs, n_arms, horizon)
    heard: list[list[list[float]]] = [[[] for _ in range(n_arms)] for _ in range(n_runs)]
    for t in range(1, horizon + 1):
        arm, reward = policy.act(t, rng), rng.random(n_runs)
        for run in range(n_runs):
            assert arm[run] == slow_choice(heard[run], t)
            heard[run][arm[run]].append(reward[run])
        policy.learn(arm, reward)


def slow_choice(heard: list[list[float]], t: int) -> int:
    """One run, one round, from the raw rewards."""
    for arm, rewards in enumerate(heard):
        if not rewards:
            return arm
    index = [sum(r) / len(r) + math.sqrt(2 * math.log(t) / len(r)) for r in heard]
    return index.index(max(index))


def test_ucb1_pulls_a_bad_arm_no_more_than_the_theorem_lets_it(seed):
    # [Auer2002] Theorem 1: at most 8 log T / gap^2 + 1 + pi^2 / 3 pulls in expectation. Uniform play, with
    # T/2 pulls, breaks this bound, so that the test can fail.
    gap, horizon, runs = 0.4, 4000, 256
    result = simulate(BernoulliBandit([0.5 + gap, 0.5]), UCB1(), horizon, runs, seed, progress=False)
    bad = result.pulls["UCB1"][:, 1]
    bound = 8 * math.log(horizon) / gap**2 + 1 + math.pi**2 / 3
    assert horizon / 2 > 4 * bound
    assert bad.mean() + 6 * bad.std() / math.sqrt(runs) < bound
    assert bad.min() >= 1


def test_without_its_radius_it_gets_stuck(seed):
    # the greedy policy loses for ever in the runs in which the better arm began badly
    world, horizon = BernoulliBandit([0.6, 0.4]), 3000
    policies = [UCB1(), UCB1(scale=0)]
    result = simulate(world, policies, horizon, 1024, seed, progress=False)
    worse = result.difference("UCB1 scale 0", "UCB1")
    assert worse.mean() - 6 * worse.std() / math.sqrt(1024) > 20


def test_bad_scales_are_refused():
    with pytest.raises(ValueError, match=r"scale must .*; got -1"):
        UCB1(scale=-1)
