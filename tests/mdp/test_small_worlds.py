"""The worlds of chapter 14: each entry of P that the text speaks of, and the values that it promises."""

import numpy as np
import pytest

from simlib.mdp.bellman import evaluate
from simlib.mdp.cliff_walk import CliffWalk
from simlib.mdp.noisy_branch import NoisyBranch
from simlib.mdp.random_walk import RandomWalk
from simlib.mdp.simulate import Walk

UP, RIGHT, DOWN, LEFT = range(4)


def paid(world, state, action):
    """(next state, reward) of an action without luck."""
    it = Walk(world, np.zeros(1), 10)
    it.state = np.array([state])
    step = it.step(np.array([action]), np.zeros(1), np.zeros(1))
    return int(step.next_state[0]), float(step.reward[0]), bool(step.terminated[0])


def test_the_cliff_sends_back_to_the_start():
    world = CliffWalk()
    start, goal = world.state_at(3, 0), world.state_at(3, 11)
    assert world.start[start] == 1
    assert paid(world, start, RIGHT) == (start, -100.0, False)
    assert paid(world, world.state_at(2, 5), DOWN) == (start, -100.0, False)
    assert paid(world, start, UP) == (world.state_at(2, 0), -1.0, False)
    assert paid(world, world.state_at(2, 11), DOWN) == (goal, -1.0, True)
    assert paid(world, start, LEFT) == (start, -1.0, False)


@pytest.mark.parametrize(("row", "moves"), [(2, 13), (0, 17)])
def test_the_short_and_the_safe_way(row, moves):
    world = CliffWalk()
    policy = np.full(world.n_states, UP)
    policy[world.cells[:, 0] == row] = RIGHT
    policy[world.cells[:, 1] == 11] = DOWN
    want = -(1 - 0.99**moves) / (1 - 0.99)
    assert world.start @ evaluate(world, policy) == pytest.approx(want)


def test_nobody_is_ever_in_the_cliff():
    world = CliffWalk(3, 5, slip=0.3)
    form = world.transition.successors()
    reached = form.next_state[form.probs > 0]
    assert (world.letters == "C").sum() == 3
    assert not np.isin(reached, np.flatnonzero(world.letters == "C")).any()


def test_a_slippery_cliff_still_costs_a_hundred():
    world = CliffWalk(2, 3, slip=0.4)
    above = world.state_at(0, 1)
    # down: 0.7 of going down into the cliff, 0.1 each of up, right and left, which cost 1
    assert world.reward[above, DOWN] == pytest.approx(-0.7 * 100 - 0.3)


def test_the_random_walk():
    world = RandomWalk(5, left_pays=-1.0)
    assert world.start.tolist() == [0, 0, 0, 1, 0, 0, 0]
    assert paid(world, 1, 0) == (0, -1.0, True)
    assert paid(world, 5, 1) == (6, 1.0, True)
    assert paid(world, 3, 1) == (4, 0.0, False)
    with pytest.raises(ValueError, match="n must be odd, for a middle; got 4"):
        RandomWalk(4)


def test_the_noisy_branch():
    world = NoisyBranch(6, mean=-0.2)
    assert paid(world, 0, 2) == (1, 0.0, False)
    assert paid(world, 0, 3) == (2, 0.0, True)
    assert world.reward[1] == pytest.approx(np.full(6, -0.2))
    assert set(world.paid_for()[1].ravel()) == {1.0, -1.0}
    assert evaluate(world, [0] * 5)[:2] == pytest.approx([-0.2 * 0.9999, -0.2])
    assert evaluate(world, [5] * 5)[0] == 0
