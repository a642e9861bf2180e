"""Advice on actions: sums along paths, planning, and the same run as from another beginning."""

import numpy as np
import pytest

from simlib.mdp.gridworld import GridWorld
from simlib.mdp.simulate import simulate
from simlib.shaping.advice import AdvisedQ, advised_q, look_ahead, look_back
from simlib.shaping.invariance import optimal_actions, optimal_q
from simlib.shaping.learner import ShapedQ


def test_look_ahead_on_paper():
    assert look_ahead([2.0, 4.0, 6.0], 0.5) == pytest.approx([0.0, -1.0])
    assert look_ahead([2.0, 4.0, 6.0], 0.5, terminated=True) == pytest.approx([0.0, -4.0])


def test_look_back_on_paper():
    assert look_back([2.0, 4.0, 6.0], 0.5) == pytest.approx([2.0, 0.0, -2.0])


def test_the_sums_telescope(seed):
    advice = np.random.default_rng(seed).normal(size=(30, 8))
    powers = 0.8 ** np.arange(8)
    ahead = look_ahead(advice, 0.8) @ powers[:7]
    assert ahead == pytest.approx(0.8**7 * advice[:, -1] - advice[:, 0])
    assert look_back(advice, 0.8) @ powers == pytest.approx(0.8**7 * advice[:, -1])


def test_advised_values_are_the_old_ones_less_the_advice(seed):
    mdp = GridWorld("S..\n.#.\n..G", slip=0.2)
    advice = np.random.default_rng(seed).normal(size=(mdp.n_states, 4))
    q, old = advised_q(mdp, advice), optimal_q(mdp)
    live = ~mdp.terminal
    assert q[live] == pytest.approx((old - advice)[live], abs=1e-9)
    assert np.array_equal(optimal_actions((q + advice)[live], 1e-6), optimal_actions(old[live], 1e-6))
    # by the largest q alone the advice turns some state around
    assert not np.array_equal(optimal_actions(q[live], 1e-6), optimal_actions(old[live], 1e-6))


def test_an_advised_learner_is_one_that_began_at_the_advice():
    mdp = GridWorld("S..\n.#.\n..G", slip=0.2)
    advice = np.random.default_rng(4).normal(size=(mdp.n_states, 4))
    ends = simulate(mdp, {"x": AdvisedQ(advice)}, 400, 16, 5, progress=False).learners["x"]
    other = simulate(mdp, {"x": BeganAt(advice)}, 400, 16, 5, progress=False).learners["x"]
    assert isinstance(ends, AdvisedQ)
    assert isinstance(other, ShapedQ)
    assert np.abs(ends.q).max() > 1
    assert ends.q + advice == pytest.approx(other.q)
    assert np.array_equal(ends.policy(), other.policy())


class BeganAt(ShapedQ):
    """Q-learning without advice, whose q begins at Phi(s, a)."""

    def __init__(self, level=((0.0,),)):
        super().__init__()
        self.level = np.asarray(level)

    def reset(self, n_runs, n_states, n_actions, discount):
        super().reset(n_runs, n_states, n_actions, discount)
        self.q += self.level
