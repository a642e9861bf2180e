"""Dyna-Q: what it remembers, and how few real steps it needs."""

import numpy as np
import pytest

from simlib.mdp.dyna_q import DynaQ
from simlib.mdp.gridworld import GridWorld
from simlib.mdp.last_outcome import LastOutcome
from simlib.mdp.learner import Step
from simlib.mdp.q_learning import QLearning
from simlib.mdp.simulate import simulate
from simlib.stats import ALPHA, check_counts, detectable_gap

ROOM = "S....\n.....\n....G"


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_it_remembers_the_last_outcome():
    model = LastOutcome(1, 3, 2)
    assert model.remember(one(1, 0, 2.0, 2))[0] == 2
    model.remember(one(1, 0, 5.0, 0, True))
    next_state, reward, terminated = model.outcome(np.array([2]))
    assert (next_state[0], reward[0], terminated[0]) == (0, 5.0, True)
    assert model.n_seen[0] == 1


def test_a_truncated_step_is_remembered_as_going_on():
    model = LastOutcome(1, 3, 2)
    model.remember(one(1, 0, 2.0, 2, False, True))
    assert not model.outcome(np.array([2]))[2][0]


def test_all_remembered_steps_are_equally_likely(seed):
    n = 6000
    model = LastOutcome(n, 3, 2)
    for state, action in ((0, 1), (2, 0), (1, 1), (0, 1)):
        model.remember(Step(*(np.full(n, x) for x in (state, action, 0.0, 0, False, False))))
    cells = model.any_seen(np.random.default_rng(seed).random(n))
    assert detectable_gap(n, p=1 / 3, alpha=ALPHA / 3) <= 0.06
    counts = np.bincount(cells, minlength=6)
    assert counts[[0, 2, 5]].sum() == 0
    check_counts(counts[[1, 3, 4]], np.full(3, 1 / 3))


def test_practice_on_paper():
    # 0 -> 1 -> ... -> 4 -> end, step 1: a hundred thoughts on five remembered steps carry the reward all
    # the way back but for a chance below 1e-6
    learner, rng = DynaQ(practice=100, step_size=1.0), np.random.default_rng(0)
    learner.reset(2, 6, 1, 0.5)
    for state in range(5):
        learner.learn(
            Step(*(np.full(2, x) for x in (state, 0, float(state == 4), state + 1, state == 4, False))), rng
        )
    assert learner.q[:, :, 0] == pytest.approx(np.tile([1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 0], (2, 1)))


def test_without_practice_it_is_q_learning():
    results = [
        simulate(GridWorld(ROOM), {"it": kind}, 300, 128, seed=4, checkpoints=1, progress=False)
        for kind in (DynaQ(0, 0.3), QLearning(0.3))
    ]
    a, b = (result.learners["it"].q for result in results)  # type: ignore[attr-defined]
    assert a.max() > 0.1
    assert np.array_equal(a, b)


def test_it_needs_fewer_steps_than_q_learning(seed):
    # the room is worth 0.95^5 = 0.77 at best; after 150 steps the difference is about half of that
    learners, runs = [DynaQ(20, 0.5), QLearning(0.5)], 128
    result = simulate(GridWorld(ROOM), learners, 150, runs, seed, checkpoints=1, progress=False)
    gain = result.value["Dyna-Q"][:, 0].mean() - result.value["Q-learning"][:, 0].mean()
    assert gain - 6 * np.sqrt(2 * 0.15 / runs) > 0.1
