"""Prioritised sweeping: the order of its updates on paper, and its economy beside Dyna-Q."""

import numpy as np
import pytest

from simlib.mdp.dyna_q import DynaQ
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.learner import Step
from simlib.mdp.prioritized_sweeping import PrioritizedSweeping
from simlib.mdp.simulate import simulate


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def chain(practice: int, **settings) -> PrioritizedSweeping:
    """Has walked 0 -> 1 -> 2 -> 3 -> end, by action 0, and was paid 1 at the end."""
    learner = PrioritizedSweeping(practice, **settings)
    learner.reset(1, 5, 1, 0.5)
    for state in range(4):
        learner.learn(one(state, 0, float(state == 3), state + 1, state == 3), None)
    return learner


@pytest.mark.parametrize(
    ("practice", "want"),
    [(0, [0, 0, 0, 0]), (1, [0, 0, 0, 1]), (2, [0, 0, 0.5, 1]), (9, [0.125, 0.25, 0.5, 1])],
)
def test_it_works_back_from_the_surprise(practice, want):
    learner = chain(practice)
    assert learner.q[0, :4, 0] == pytest.approx(want)
    assert learner.practised[0] == sum(x > 0 for x in want)


def test_what_is_too_small_is_left():
    # the gaps are 1, 0.5, 0.25, 0.125
    assert chain(9, threshold=0.3).q[0, :4, 0] == pytest.approx([0, 0, 0.5, 1])


def test_nothing_leads_on_beyond_an_end():
    # state 1 is reached with an end: what is worth something in 1 is worth nothing to the one who ended there
    learner = PrioritizedSweeping(9)
    learner.reset(1, 3, 1, 0.5)
    learner.learn(one(0, 0, 0.0, 1, True), None)
    learner.learn(one(1, 0, 1.0, 2, True), None)
    assert learner.q[0, :, 0] == pytest.approx([0.0, 1.0, 0.0])


def test_a_truncated_step_goes_on():
    learner = PrioritizedSweeping(9)
    learner.reset(1, 3, 1, 0.5)
    learner.learn(one(0, 0, 0.0, 1, False, True), None)
    learner.learn(one(1, 0, 1.0, 2, True), None)
    assert learner.q[0, :, 0] == pytest.approx([0.5, 1.0, 0.0])


def test_the_largest_goes_first_whoever_is_nearer():
    learner = PrioritizedSweeping(1)
    learner.reset(1, 4, 1, 0.5)
    learner.practice = 0
    learner.learn(one(0, 0, 0.3, 3, True), None)
    learner.learn(one(1, 0, 0.9, 3, True), None)
    learner.practice = 1
    learner.learn(one(2, 0, 0.5, 3, True), None)
    assert learner.q[0, :, 0] == pytest.approx([0.0, 0.9, 0.0, 0.0])


def test_it_needs_fewer_updates_than_dyna(seed):
    # two updates for each real step: after 100 steps the worths are about 0.36 and 0.08
    room, runs = GridWorld("S.....\n......\n......\n.....G"), 1024
    learners = [PrioritizedSweeping(2), DynaQ(2, step_size=1.0)]
    result = simulate(room, learners, 100, runs, seed, checkpoints=1, progress=False)
    value = {label: x[:, 0] for label, x in result.value.items()}
    error = np.sqrt(sum(x.var() for x in value.values()) / runs)
    assert value["prioritised sweeping"].mean() - value["Dyna-Q"].mean() - 6 * error > 0.1
