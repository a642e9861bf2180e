"""The closed forms of a softmax policy, against a worked case, finite differences and the planner."""

import numpy as np
import pytest
from scipy.special import softmax

from simlib.mdp.bellman import evaluate, occupancy
from simlib.mdp.tabular import TabularMDP
from simlib.shaping.softmax_policy import Worlds, gradient, hessian_times, solve, visits_along


def some_worlds(seed, runs=3, n_states=5, n_actions=3):
    rng = np.random.default_rng(seed)
    mdps = [
        TabularMDP(
            rng.dirichlet(np.ones(n_states), (n_states, n_actions)),
            rng.normal(size=(n_states, n_actions)),
            0.8,
            terminal=[4],
        )
        for _ in range(runs)
    ]
    reward = np.stack([mdp.reward for mdp in mdps])
    return mdps, Worlds.of(mdps), reward, rng.normal(size=reward.shape), rng.normal(size=reward.shape)


def test_a_bandit_on_paper():
    # one state that ends at once, policy (1/4, 3/4), rewards 2 and -2: J = -1, gradient p (q - v)
    probs = np.zeros((2, 2, 2))
    probs[0, :, 1] = 1
    mdp = TabularMDP(probs, np.array([[2.0, -2.0], [0, 0]]), 0.9, terminal=[1])
    logits = np.array([[[0.0, np.log(3.0)], [0, 0]]])
    here = solve(Worlds.of([mdp]), logits, mdp.reward[None])
    assert here.worth == pytest.approx([-1.0])
    assert gradient(here)[0, 0] == pytest.approx([0.75, -0.75])
    # along (1, 0): the policy turns by p (1 - p) = 3/16, and with it the visits of the first pair
    x = np.array([[[1.0, 0.0], [0, 0]]])
    assert visits_along(here, x)[0, 0] == pytest.approx([3 / 16, -3 / 16])
    # J = 4 p - 2, so its second derivative in the first logit is 4 p (1 - p) (1 - 2 p) = 3/8
    assert hessian_times(here, x)[0, 0] == pytest.approx([3 / 8, -3 / 8])


def test_values_and_visits_are_the_planners(seed):
    mdps, worlds, reward, logits, _ = some_worlds(seed)
    here = solve(worlds, logits, reward)
    for i, mdp in enumerate(mdps):
        policy = softmax(logits[i], axis=-1)
        assert here.value[i] == pytest.approx(evaluate(mdp, policy))
        assert here.visits[i][:, None] * policy == pytest.approx(occupancy(mdp, policy))


def test_the_gradient_against_finite_differences(seed):
    _, worlds, reward, logits, x = some_worlds(seed)
    h = 1e-5
    up, down = (solve(worlds, logits + sign * h * x, reward).worth for sign in (1, -1))
    slope = (gradient(solve(worlds, logits, reward)) * x).sum(axis=(1, 2))
    assert slope == pytest.approx((up - down) / (2 * h), rel=1e-6, abs=1e-9)


def test_the_hessian_and_the_visits_against_finite_differences(seed):
    _, worlds, reward, logits, x = some_worlds(seed)
    h = 1e-5
    up, down = (solve(worlds, logits + sign * h * x, reward) for sign in (1, -1))
    turned = (gradient(up) - gradient(down)) / (2 * h)
    here = solve(worlds, logits, reward)
    assert hessian_times(here, x) == pytest.approx(turned, abs=1e-7)
    moved = (up.visits[..., None] * up.policy - down.visits[..., None] * down.policy) / (2 * h)
    assert visits_along(here, x) == pytest.approx(moved, abs=1e-7)


def test_visits_along_are_the_gradient_by_the_rewards(seed):
    _, worlds, reward, logits, x = some_worlds(seed)
    here = solve(worlds, logits, reward)
    other = np.random.default_rng(seed + 1).normal(size=reward.shape)
    want = (gradient(here.with_reward(other)) * x).sum(axis=(1, 2))
    assert (visits_along(here, x) * other).sum(axis=(1, 2)) == pytest.approx(want)


def test_the_hessian_is_symmetric_and_runs_are_apart(seed):
    _, worlds, reward, logits, x = some_worlds(seed)
    here, y = solve(worlds, logits, reward), np.random.default_rng(seed + 1).normal(size=x.shape)
    left, right = ((hessian_times(here, a) * b).sum(axis=(1, 2)) for a, b in ((x, y), (y, x)))
    assert left == pytest.approx(right)
    alone = Worlds(worlds.transition[1:2], worlds.start[1:2], worlds.discount)
    one = solve(alone, logits[1:2], reward[1:2])
    assert hessian_times(one, x[1:2])[0] == pytest.approx(hessian_times(here, x)[1])


def test_worlds_of_two_sizes_are_refused():
    ring = TabularMDP(np.ones((1, 1, 1)), np.ones((1, 1)), 0.5)
    with pytest.raises(ValueError, match="mdps must be of one size and discount; got 2 kinds"):
        Worlds.of([ring, ring.with_discount(0.6)])
