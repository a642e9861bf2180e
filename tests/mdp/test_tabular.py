"""An MDP's bookkeeping: terminal states, starts, rewards by next state, and what is refused."""

import numpy as np
import pytest
import scipy.sparse as sparse

from simlib.mdp.tabular import TabularMDP
from simlib.mdp.transition import Successors

P = np.array([[[0.25, 0.75], [1.0, 0.0]], [[0.0, 1.0], [0.4, 0.6]]])
R = np.array([[1.0, -2.0], [3.0, 0.5]])


def test_what_it_keeps():
    mdp = TabularMDP(P, R, 0.9, start=1)
    assert (mdp.n_states, mdp.n_actions, mdp.discount) == (2, 2, 0.9)
    assert mdp.start.tolist() == [0.0, 1.0]
    assert mdp.terminal.tolist() == [False, False]
    assert np.array_equal(mdp.reward, R)
    assert mdp.paid is None
    assert repr(mdp) == "TabularMDP(2 states, 2 actions, discount=0.9, Dense)"


def test_the_defaults():
    mdp = TabularMDP(P, R)
    assert (mdp.discount, mdp.start.tolist()) == (0.95, [1.0, 0.0])


@pytest.mark.parametrize("terminal", [1, [1], np.array([False, True])])
def test_nothing_follows_a_terminal_state(terminal):
    bad_row = P.copy()
    bad_row[1] = 7.0  # what stands behind a terminal state does not matter
    mdp = TabularMDP(bad_row, R, terminal=terminal)
    assert mdp.terminal.tolist() == [False, True]
    assert mdp.transition.row_sums().tolist() == [[1.0, 1.0], [0.0, 0.0]]
    assert mdp.reward.tolist() == [[1.0, -2.0], [0.0, 0.0]]


def test_rewards_by_next_state_are_averaged_on_paper():
    paid = np.array([[[4.0, 8.0], [1.0, 99.0]], [[5.0, -3.0], [10.0, 0.0]]])
    mdp = TabularMDP(P, paid)
    # 0.25 * 4 + 0.75 * 8 = 7; 1; -3; 0.4 * 10 = 4
    assert mdp.reward == pytest.approx(np.array([[7.0, 1.0], [-3.0, 4.0]]))
    assert np.array_equal(mdp.paid_for(), paid)


def test_rewards_by_successor_are_averaged_on_paper():
    index = Successors(np.array([[[1, 0]], [[0, 1]]]), np.array([[[0.75, 0.25]], [[0.5, 0.5]]]))
    mdp = TabularMDP(index, np.array([[[8.0, 4.0]], [[2.0, 6.0]]]), terminal=1)
    assert mdp.reward == pytest.approx(np.array([[7.0], [0.0]]))
    assert mdp.paid_for()[0, 0].tolist() == [8.0, 4.0]
    assert mdp.paid_for()[1, 0].tolist() == [0.0, 0.0]


def test_rewards_without_next_state_are_paid_for_each():
    matrix = sparse.csr_array(P.reshape(4, 2))
    assert TabularMDP(P, R).paid_for().shape == (2, 2, 2)
    assert np.array_equal(TabularMDP(matrix, R).paid_for()[..., 0], R)
    assert TabularMDP(matrix, R).paid_for().shape == (2, 2, 2)


def test_another_reward_and_another_discount_leave_the_rest():
    mdp = TabularMDP(P, R, 0.9, start=[0.5, 0.5], terminal=1)
    other = mdp.with_reward(np.array([[2.0, 4.0], [6.0, 8.0]]))
    assert other.reward.tolist() == [[2.0, 4.0], [0.0, 0.0]]
    assert (other.discount, other.start.tolist()) == (0.9, [0.5, 0.5])
    assert other.terminal.tolist() == [False, True]
    paid = TabularMDP(P, np.ones((2, 2, 2)), 0.9, terminal=1).with_discount(0.3)
    assert paid.discount == 0.3
    assert paid.paid_for().shape == (2, 2, 2)
    assert paid.reward.tolist() == [[1.0, 1.0], [0.0, 0.0]]
    assert mdp.reward.tolist() == [[1.0, -2.0], [0.0, 0.0]]  # the first is as it was


def test_the_arrays_that_were_given_are_left_alone():
    probs, reward = P.copy(), R.copy()
    TabularMDP(probs, reward, terminal=[0, 1])
    assert np.array_equal(probs, P)
    assert np.array_equal(reward, R)


BAD = [
    ({"discount": 1.0}, r"discount must .*\[0, 1\); got 1"),
    ({"discount": -0.1}, r"discount must .*; got -0.1"),
    ({"start": 2}, r"start must be a state in \[0, 1\]; got 2"),
    ({"start": -1}, r"start must be a state in \[0, 1\]; got -1"),
    ({"start": [0.5, 0.4]}, "start must hold probabilities that sum to 1; got a sum of 0.9"),
    ({"start": [1.5, -0.5]}, "start must hold probabilities that sum to 1"),
    ({"start": [0.5, 0.25, 0.25]}, r"start must be an array of shape \(2,\)"),
    ({"terminal": 2}, r"terminal must hold states in \[0, 1\]; got 2"),
    ({"terminal": [True]}, r"terminal must be an array of shape \(2,\)"),
    ({"reward": np.ones(2)}, r"reward must be an array of shape \(2, 2\) or \(2, 2, 2\); got shape \(2,\)"),
    ({"reward": R * np.nan}, "reward must be finite; got nan"),
    ({"transition": P * 1.01}, "transition must sum to 1 over the next states; got 1.01 for state 0"),
    ({"transition": [[[1.5, -0.5]], [[1, 0]]]}, "transition must hold probabilities >= 0; got -0.5"),
]


@pytest.mark.parametrize(("wrong", "sentence"), BAD)
def test_bad_arguments_are_refused(wrong, sentence):
    with pytest.raises(ValueError, match=sentence):
        TabularMDP(**{"transition": P, "reward": R, **wrong})


def test_a_sparse_world_takes_rewards_of_state_and_action_only():
    matrix = sparse.csr_array(P.reshape(4, 2))
    with pytest.raises(ValueError, match=r"reward must be an array of shape \(2, 2\); got shape \(2, 2, 2\)"):
        TabularMDP(matrix, np.ones((2, 2, 2)))


def test_the_row_that_is_wrong_is_named():
    off = P.copy()
    off[1, 0] = [0.0, 0.5]
    with pytest.raises(ValueError, match=r"got 0.5 for state 1 and action 0"):
        TabularMDP(off, R)
