"""The tabular policy gradient against finite differences, its returns on paper, its draws' law."""

import numpy as np
import pytest
from scipy.special import softmax

from simlib.mdp.softmax_actor import SoftmaxActor, policy_step, returns
from simlib.stats import check_counts, detectable_gap


def objective(theta, taken, advantage, entropy):
    """sum of advantage * log pi(taken) + entropy * H(pi), of one cell."""
    log_probs = theta - np.log(np.exp(theta).sum())
    surprise = -(np.exp(log_probs) * log_probs).sum()
    return (advantage * log_probs[taken]).sum() + entropy * len(taken) * surprise


def test_the_step_is_the_gradient_by_finite_differences():
    rng = np.random.default_rng(2)
    theta, taken, advantage = rng.standard_normal(4), np.array([2, 0, 2, 3, 1]), rng.standard_normal(5)
    weight = np.bincount(taken, advantage, 4)
    got = policy_step(softmax(theta, axis=0), weight, np.array(5.0), 0.3)
    for action in range(4):
        up, down = theta + 1e-6 * np.eye(4)[action], theta - 1e-6 * np.eye(4)[action]
        both = [objective(x, taken, advantage, 0.3) for x in (up, down)]
        assert got[action] == pytest.approx((both[0] - both[1]) / 2e-6, abs=1e-7)


def test_returns_on_paper():
    # 1 + 0.5 * (2 + 0.5 * 4); the second episode ends after its second step
    reward = np.array([[1.0, 1.0], [2.0, 2.0], [4.0, 7.0]])
    alive = np.array([[True, True], [True, True], [True, False]])
    assert returns(reward, alive, 0.5) == pytest.approx(np.array([[3, 2], [4, 2], [4, 0]]))


def slow_learn(actor, key, action, gain, alive):
    """The same step, visit by visit: (theta, baseline) after it."""
    theta, baseline = actor.theta.copy(), actor.baseline.copy()
    for t, e in np.ndindex(key.shape):
        if not alive[t, e]:
            continue
        cell, probs = key[t, e], actor.probs[:, key[t, e]]
        advantage = gain[t, e] - actor.baseline[t, cell]
        baseline[t, cell] += actor.baseline_rate * advantage
        surprise = np.log(probs) - (probs * np.log(probs)).sum()
        step = advantage * (np.eye(len(probs))[action[t, e]] - probs)
        theta[:, cell] += actor.rate * (step - actor.entropy * probs * surprise)
    return theta, baseline


def test_learning_is_a_slow_loop_over_the_visits():
    rng = np.random.default_rng(6)
    actor = SoftmaxActor(7, 3, 4, rate=0.3, baseline_rate=0.2, entropy=0.05)
    for _ in range(5):
        key, action = rng.integers(7, size=(4, 6)), rng.integers(3, size=(4, 6))
        gain, alive = rng.standard_normal((4, 6)), rng.random((4, 6)) < 0.8
        theta, baseline = slow_learn(actor, key, action, gain, alive)
        actor.learn(key, action, gain, alive)
        assert actor.theta == pytest.approx(theta, abs=1e-12)
        assert actor.baseline == pytest.approx(baseline, abs=1e-12)
        assert actor.probs == pytest.approx(softmax(theta, axis=0))
        assert actor.up_to == pytest.approx(softmax(theta, axis=0).cumsum(axis=0)[:-1])


def test_actions_have_the_law_of_the_policy(seed):
    rng, n = np.random.default_rng(seed), 40_000
    actor = SoftmaxActor(2, 3, 1, 1.0, 0.0, 0.0)
    actor.learn(np.array([[1]]), np.array([[2]]), np.array([[2.0]]), np.array([[True]]))
    probs = actor.probs[:, 1]
    assert max(detectable_gap(n, p=p, alpha=1e-6 / 3) for p in probs) < 0.02
    assert probs[2] > 0.6  # the action that paid
    action = actor.act(np.full(n, 1), rng.random(n))
    check_counts(np.bincount(action, minlength=3), probs)
