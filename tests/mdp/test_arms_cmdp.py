"""The world of arms: its map on paper, steps against the exact MDP, and what planning says."""

import numpy as np
import pytest

from simlib.mdp.arms_cmdp import ArmsCMDP
from simlib.mdp.policy_iteration import policy_iteration


def test_the_map_on_paper():
    world = ArmsCMDP(n_arms=2, length=3, n_actions=3, slack=2)
    assert (world.n_places, world.horizon) == (7, 5)
    assert list(world.arm) == [-1, 0, 0, 0, 1, 1, 1]
    assert list(np.flatnonzero(world.is_end)) == [3, 6]
    assert world.next_place.tolist() == [
        [1, 4, 1],  # the hub: action 2 is arm 2 mod 2 = 0
        [2, 0, 0],
        [3, 1, 1],
        [3, 2, 2],
        [5, 0, 0],
        [6, 4, 4],
        [6, 5, 5],
    ]


def test_the_shared_world_pays_in_one_arm_and_a_fresh_one_in_all():
    world = ArmsCMDP(n_arms=3, length=2, n_actions=4)
    last = np.array([1, 3, 5])  # one step before the end of arms 0, 1, 2
    forward, goal = np.zeros(3, int), np.full(3, 1)
    reached, won = world.step(last, forward, np.zeros(3, bool), goal)
    assert list(reached) == [2, 4, 6]
    assert list(won) == [False, True, False]
    assert list(world.step(last, forward, np.ones(3, bool), goal)[1]) == [True, True, True]


def test_steps_are_those_of_the_exact_mdp():
    world = ArmsCMDP(3, 4, 5)
    place, action = (grid.ravel() for grid in np.meshgrid(np.arange(world.n_places), np.arange(5)))
    for fresh in (False, True):
        mdp = world.to_mdp(fresh, goal=2)
        index = mdp.transition.successors()
        on = ~mdp.terminal[place]
        reached, won = world.step(place, action, np.full(len(place), fresh), np.full(len(place), 2))
        assert np.array_equal(index.next_state[place, action, 0][on], reached[on])
        assert np.array_equal(mdp.reward[place, action][on], won[on] * 1.0)
        assert mdp.terminal.sum() == (3 if fresh else 1)


def test_planning_takes_the_arm_that_pays():
    # from the hub the goal is `length` steps away: gamma^(length - 1) at best
    world = ArmsCMDP(4, 8)
    for fresh, goal in ((False, 3), (True, 0)):
        plan = policy_iteration(world.to_mdp(fresh, goal, 0.9))
        assert plan.value[0] == pytest.approx(0.9**7)
    assert policy_iteration(world.to_mdp(False, 3)).policy[0] == 3


def test_one_arm_fits_into_an_episode_and_two_do_not():
    world = ArmsCMDP()
    assert world.length <= world.horizon < 3 * world.length - 2  # to an end, back, and to another


def test_kinds_are_drawn_at_the_share_asked_for():
    u = (np.arange(10) + 0.5) / 10
    assert list(ArmsCMDP().kinds(0.3, u)) == [False] * 3 + [True] * 7
    assert not ArmsCMDP().kinds(1.0, u).any()
    assert ArmsCMDP().kinds(0.0, u).all()


def test_bad_numbers_are_refused():
    with pytest.raises(ValueError, match="n_actions must be an int >= 5; got 4"):
        ArmsCMDP(n_arms=5, n_actions=4)
    with pytest.raises(ValueError, match="length must be an int >= 2; got 1"):
        ArmsCMDP(length=1)
    with pytest.raises(ValueError, match=r"goal must be an int in \[0, 3\]; got 4"):
        ArmsCMDP().to_mdp(False, 4)
