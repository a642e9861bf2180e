"""Bellman's equations: on paper, against powers of the chain, and the bounds where they bite."""

import numpy as np
import pytest
import scipy.sparse as sparse
from hypothesis import given, strategies

from simlib.mdp.bellman import (
    as_policy,
    backup,
    error_bound,
    evaluate,
    greedy,
    loss_bound,
    occupancy,
    residual,
)
from simlib.mdp.tabular import TabularMDP

# state 0: stay for 1, or go for 3 and arrive with 1/2; state 1 pays 2, and ends nothing
P = np.array([[[1.0, 0.0], [0.5, 0.5]], [[0.0, 1.0], [0.0, 1.0]]])
R = np.array([[1.0, 3.0], [2.0, 2.0]])
MDP = TabularMDP(P, R, 0.5)


def some_mdp(seed: int, discount: float = 0.8, terminal=()) -> TabularMDP:
    rng = np.random.default_rng(seed)
    probs = rng.dirichlet(np.full(6, 0.3), (6, 3))
    return TabularMDP(probs, rng.normal(size=(6, 3)), discount, rng.dirichlet(np.ones(6)), terminal)


def test_the_backup_on_paper():
    # value (4, 8): 1 + 0.5 * 4 = 3; 3 + 0.5 * 6 = 6; 2 + 0.5 * 8 = 6
    q = backup(MDP, np.array([4.0, 8.0]))
    assert q == pytest.approx(np.array([[3.0, 6.0], [6.0, 6.0]]))
    assert greedy(q).tolist() == [1, 0]
    # of the value (4, 9): 6.25 - 4 = 2.25 and 6.5 - 9 = -2.5
    assert residual(MDP, np.array([4.0, 9.0])) == pytest.approx(2.5)
    assert error_bound(MDP, np.array([4.0, 9.0])) == pytest.approx(5.0)
    assert loss_bound(MDP, np.array([4.0, 9.0])) == pytest.approx(5.0)
    assert loss_bound(MDP.with_discount(0.25), np.zeros(2)) == pytest.approx(2 * 0.25 * 3 / 0.75)


def test_evaluation_on_paper():
    # state 1: 2 / (1 - 0.5) = 4; going: v = 3 + 0.25 v + 0.25 * 4, so v = 16/3; staying: 2
    assert evaluate(MDP, np.array([1, 0])) == pytest.approx([16 / 3, 4.0])
    assert evaluate(MDP, [0, 0]) == pytest.approx([2.0, 4.0])
    # a coin between both: v = 2 + 0.375 v + 0.125 * 4, so v = 4
    assert evaluate(MDP, np.array([[0.5, 0.5], [1.0, 0.0]])) == pytest.approx([4.0, 4.0])


def test_occupancy_on_paper():
    # from 0, going: visits of 0 are 1 / (1 - 0.25) = 4/3, all others of the 2 in state 1
    visits = occupancy(MDP, np.array([1, 0]))
    assert visits == pytest.approx(np.array([[0.0, 4 / 3], [2 / 3, 0.0]]))


@pytest.mark.parametrize("terminal", [(), (0,), (2, 5)])
def test_evaluation_is_the_sum_of_discounted_rewards(terminal):
    mdp = some_mdp(1, terminal=terminal)
    policy = np.random.default_rng(2).dirichlet(np.ones(3), 6)
    chain, paid = mdp.transition.under(policy), (policy * mdp.reward).sum(axis=-1)
    total, here = np.zeros(6), np.eye(6)
    visits = np.zeros(6)
    for k in range(200):
        total += mdp.discount**k * here @ paid
        visits += mdp.discount**k * mdp.start @ here
        here = here @ chain
    assert evaluate(mdp, policy) == pytest.approx(total, rel=1e-10, abs=1e-12)
    assert occupancy(mdp, policy).sum(axis=-1) == pytest.approx(visits, rel=1e-10, abs=1e-12)
    assert evaluate(mdp, policy)[list(terminal)] == pytest.approx(np.zeros(len(terminal)))


def test_the_forms_agree():
    dense = some_mdp(3, terminal=(1,))
    policy, value = np.random.default_rng(4).dirichlet(np.ones(3), 6), np.arange(6.0)
    matrix = sparse.csr_array(dense.transition.probs.reshape(18, 6))
    others = [matrix, dense.transition.successors()]
    for form in others:
        mdp = TabularMDP(form, dense.reward, dense.discount, dense.start, 1)
        assert backup(mdp, value) == pytest.approx(backup(dense, value), rel=1e-12)
        assert evaluate(mdp, policy) == pytest.approx(evaluate(dense, policy), rel=1e-12, abs=1e-14)
        assert occupancy(mdp, policy) == pytest.approx(occupancy(dense, policy), rel=1e-12, abs=1e-14)


def test_occupancy_weighs_rewards_to_the_value_of_the_start():
    for seed in range(5):
        mdp = some_mdp(seed)
        policy = np.random.default_rng(seed).dirichlet(np.ones(3), 6)
        visits = occupancy(mdp, policy)
        assert visits.min() >= 0
        assert visits.sum() == pytest.approx(1 / (1 - mdp.discount))
        assert (visits * mdp.reward).sum() == pytest.approx(mdp.start @ evaluate(mdp, policy))
        inflow = mdp.start + mdp.discount * np.einsum("sa,sat->t", visits, mdp.transition.probs)
        assert visits.sum(axis=-1) == pytest.approx(inflow)


@given(strategies.integers(0, 10**6), strategies.floats(0, 0.98))
def test_a_value_gives_away_its_error(seed, discount):
    mdp, rng = some_mdp(seed, discount), np.random.default_rng(seed)
    best = np.zeros(6)
    for _ in range(int(40 / (1 - discount))):
        best = backup(mdp, best).max(axis=-1)
    guess = best + rng.normal(size=6) * rng.exponential()
    assert np.abs(guess - best).max() <= error_bound(mdp, guess) + 1e-9
    lost = best - evaluate(mdp, greedy(backup(mdp, guess)))
    assert lost.max() <= loss_bound(mdp, guess) + 1e-9


def test_the_error_bound_is_tight():
    # one state that pays 1 for ever: a guess that is too low by x has a residual of (1 - gamma) x
    mdp = TabularMDP(np.ones((1, 1, 1)), np.ones((1, 1)), 0.75)
    assert error_bound(mdp, np.array([4.0 - 3.0])) == pytest.approx(3.0)


def test_the_loss_bound_is_tight():
    # state 0 chooses between two lasting incomes; the worse is believed too high by e, the better too low
    gamma, e = 0.6, 0.5
    probs = np.zeros((3, 2, 3))
    probs[0, 0, 1] = probs[0, 1, 2] = 1
    probs[1, :, 1] = probs[2, :, 2] = 1
    income = (1 - gamma) * 2 * e
    mdp = TabularMDP(probs, np.array([[0.0, 0.0], [0.0, 0.0], [income, income]]), gamma)
    guess = np.array([gamma * e, e, e])  # the truth is 0 in state 1 and 2 e in state 2
    assert residual(mdp, guess) == pytest.approx((1 - gamma) * e)
    assert greedy(backup(mdp, guess))[0] == 0
    lost = evaluate(mdp, [1, 0, 0]) - evaluate(mdp, greedy(backup(mdp, guess)))
    assert lost.max() == pytest.approx(loss_bound(mdp, guess))
    assert lost.max() == pytest.approx(0.6)  # 2 gamma e


def test_as_policy_reads_both_forms():
    assert as_policy(MDP, [1, 0]).tolist() == [[0.0, 1.0], [1.0, 0.0]]
    probs = np.array([[0.3, 0.7], [1.0, 0.0]])
    assert np.array_equal(as_policy(MDP, probs), probs)


@pytest.mark.parametrize(
    ("policy", "sentence"),
    [
        ([0, 2], r"policy must hold actions in \[0, 1\]; got 2"),
        ([-1, 0], r"policy must hold actions in \[0, 1\]; got -1"),
        ([0, 1, 1], r"policy must be an array of shape \(2,\)"),
        ([0.5, 1.0], "policy must be an array of int64"),
        ([[0.3, 0.6], [1.0, 0.0]], "policy must hold probabilities that sum to 1"),
        ([[1.2, -0.2], [1.0, 0.0]], "policy must hold probabilities that sum to 1"),
        (np.ones((2, 3)) / 3, r"policy must be an array of shape \(2, 2\)"),
    ],
)
def test_bad_policies_are_refused(policy, sentence):
    with pytest.raises(ValueError, match=sentence):
        as_policy(MDP, policy)


def test_greedy_takes_the_first_of_equals():
    assert greedy(np.array([[1.0, 2.0, 2.0], [3.0, 3.0, 0.0]])).tolist() == [1, 0]
