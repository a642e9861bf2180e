"""A game with an end: on paper, all schedules tried, and the limit of a long game."""

import itertools

import numpy as np
import pytest

from simlib.mdp.chain import Chain
from simlib.mdp.finite_horizon import finite_horizon, follow
from simlib.mdp.policy_iteration import policy_iteration
from simlib.mdp.river_swim import RiverSwim
from simlib.mdp.tabular import TabularMDP


def test_what_is_best_depends_on_the_time_left():
    # a prize of 1 three steps away, a lure of 0.3 at once: with three steps left go, with two take the lure
    schedule = finite_horizon(Chain(4, forward=1.0, lure=0.3), 5)
    assert schedule.value.shape == (6, 4)
    assert schedule.policy.shape == (5, 4)
    assert schedule.value[:, 0] == pytest.approx([1.6, 1.3, 1.0, 0.6, 0.3, 0.0])
    assert schedule.policy[:, 0].tolist() == [0, 0, 1, 0, 0]
    assert schedule.value[5].tolist() == [0.0] * 4
    assert schedule.value[4].tolist() == [0.3, 0.3, 1.0, 0.0]  # one step left


def test_the_best_of_all_schedules_by_enumeration():
    rng = np.random.default_rng(0)
    mdp = TabularMDP(rng.dirichlet(np.ones(2), (2, 2)), rng.normal(size=(2, 2)))
    final = np.array([0.7, -0.4])
    for discount in (1.0, 0.6):
        actions = list(itertools.product(range(2), repeat=2))
        all_of_them = [
            follow(mdp, np.array(p), final, discount)[0] for p in itertools.product(actions, repeat=3)
        ]
        schedule = finite_horizon(mdp, 3, final, discount)
        assert schedule.value[0] == pytest.approx(np.max(all_of_them, axis=0))
        assert follow(mdp, schedule.policy, final, discount) == pytest.approx(schedule.value)


def test_the_mean_is_that_of_all_paths():
    mdp = RiverSwim(3)
    policies = np.array([[0, 1, 1], [1, 1, 0], [1, 0, 1]])
    probs, reward, want = mdp.transition.probs, mdp.reward, 0.0
    final = np.array([1.0, -2.0, 0.5])
    for path in itertools.product(range(3), repeat=3):
        state, chance, paid = 1, 1.0, 0.0
        for h, after in enumerate(path):
            a = policies[h, state]
            chance, paid, state = chance * probs[state, a, after], paid + 0.9**h * reward[state, a], after
        want += chance * (paid + 0.9**3 * final[state])
    assert follow(mdp, policies, final, 0.9)[0, 1] == pytest.approx(want)
    soft = np.eye(2)[policies]
    assert follow(mdp, soft, final, 0.9)[0, 1] == pytest.approx(want)


def test_a_long_discounted_game_is_one_without_end():
    mdp = RiverSwim(discount=0.9)
    schedule = finite_horizon(mdp, 300, discount=0.9)
    assert schedule.value[0] == pytest.approx(policy_iteration(mdp).value, abs=1e-10)
    assert np.array_equal(schedule.policy[0], policy_iteration(mdp).policy)


def test_the_end_is_not_paid_in_a_terminal_state():
    schedule = finite_horizon(Chain(2, forward=1.0), 1, final=np.array([0.25, 9.0]))
    assert schedule.value[1].tolist() == [0.25, 0.0]
    assert schedule.value[0].tolist() == [1.0, 0.0]


def test_bad_arguments_are_refused():
    mdp = Chain(4)
    with pytest.raises(ValueError, match="horizon must be an int >= 1; got 0"):
        finite_horizon(mdp, 0)
    with pytest.raises(ValueError, match=r"discount must be a number in \[0, 1\]; got 1.5"):
        finite_horizon(mdp, 3, discount=1.5)
    with pytest.raises(ValueError, match=r"final must be an array of shape \(4,\)"):
        finite_horizon(mdp, 3, final=np.zeros(3))
    with pytest.raises(ValueError, match=r"policy must hold actions in \[0, 1\]; got 2"):
        follow(mdp, np.full((3, 4), 2))
