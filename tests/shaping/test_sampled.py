"""Learning from episodes: the estimates' mean against the exact gradient, and what no signal does."""

import numpy as np
import pytest
from scipy.special import softmax

from simlib.mdp.gridworld import GridWorld
from simlib.shaping.sampled import Episodes, play, sampled_barfi, score_gradients
from simlib.shaping.softmax_policy import Worlds, gradient, solve
from simlib.stats import check_mean, detectable_gap

HALL = "S.G"


def test_the_estimate_on_paper():
    # two episodes of one step in one state, policy (1/4, 3/4), rewards 8 and 0: the returns less the other
    # one's are 8 and -8, so g = (8 (1 - 1/4, -3/4) - 8 (-1/4, 1 - 3/4)) / 2
    episodes = Episodes(np.zeros((1, 2, 1), int), np.array([[[0], [1]]]), np.ones((1, 2, 1), bool))
    got = score_gradients(episodes, np.array([[[0.25, 0.75]]]), np.array([[[[8.0, 0.0]]]]), 0.9)
    assert got[0, 0, 0] == pytest.approx([4.0, -4.0])


def test_the_estimates_have_the_exact_gradients_as_mean(seed):
    mdp, runs, horizon = GridWorld(HALL, slip=0.3, discount=0.5), 20_000, 14
    worlds = Worlds.of([mdp] * runs)
    fixed, rng = np.random.default_rng(0), np.random.default_rng(seed)
    logits = np.broadcast_to(0.5 * fixed.normal(size=(3, 4)), (runs, 3, 4))
    features = np.broadcast_to(fixed.random((2, 3, 4)), (runs, 2, 3, 4)).copy()
    features[:, :, mdp.terminal] = 0
    policy, largest = softmax(logits, axis=-1), 0.0
    got = score_gradients(play(worlds, policy, 4, horizon, rng), policy, features, mdp.discount)
    for k in (0, 1):
        want = gradient(solve(worlds, logits, features[:, k]))[0]
        for s, a in ((0, 1), (1, 1), (1, 3)):
            check_mean(got[:, k, s, a], want[s, a], low=-4, high=4, use_variance=True)
            largest = max(largest, abs(want[s, a]))
    # a factor of a third in the largest entry would be seen
    assert detectable_gap(runs, low=-4, high=4, sd=0.3) <= largest / 3
    assert got.std(axis=0).max() <= 0.3


def test_episodes_stop_at_the_goal_and_where_they_are_cut():
    worlds = Worlds.of([GridWorld(HALL)])
    right = np.zeros((1, 3, 4))
    right[..., 1] = 1
    episodes = play(worlds, right, 2, 4, np.random.default_rng(0))
    assert episodes.state[0].tolist() == [[0, 1, 2, 2]] * 2
    assert episodes.alive[0].tolist() == [[True, True, False, False]] * 2


def test_without_a_true_reward_the_weights_do_not_move():
    mdp = GridWorld(HALL)
    features = np.zeros((3, 2, 3, 4))
    features[:, 1, :2] = np.random.default_rng(0).random((3, 2, 4))
    result = sampled_barfi(Worlds.of([mdp] * 3), features, np.random.default_rng(1), steps=20, horizon=5)
    assert result.weights == pytest.approx(np.ones((3, 2)))


def test_reinforce_learns_a_hall():
    mdp = GridWorld("S...G", slip=0.1)
    features = np.stack([np.stack([mdp.reward, np.zeros_like(mdp.reward)])] * 4)
    result = sampled_barfi(Worlds.of([mdp] * 4), features, np.random.default_rng(2), steps=100, outer_rate=0)
    best = mdp.discount**3
    assert (result.worth > 0.9 * best).all()
