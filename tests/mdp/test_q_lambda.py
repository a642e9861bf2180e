"""Watkins's Q(lambda): one reward teaches the whole way, and a trace ends where it explored."""

import numpy as np
import pytest

from simlib.mdp.learner import Step
from simlib.mdp.q_lambda import QLambda, faded
from simlib.mdp.q_learning import QLearning


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def test_traces_fade_or_are_cut():
    trace = np.array([[1.0, 0.5], [1.0, 0.5]])
    assert faded(trace, np.array([True, False]), 0.9, 0.5) == pytest.approx(np.array([[0.45, 0.225], [0, 0]]))


def chain(q01: float) -> QLambda:
    """After 0 -> 1 with reward 0 and 1 -> 2 with reward 1, by action 0 each; q(1, 1) is q01."""
    learner = QLambda(step_size=0.5, trace_decay=0.8, epsilon=0.5)
    learner.reset(1, 3, 2, 0.5)
    learner.q[0, 1, 1] = q01
    learner.learn(one(0, 0, 0.0, 1), None)
    before = learner.q[0, 0, 0]
    learner.learn(one(1, 0, 1.0, 2, True), None)
    learner.moved = learner.q[0, 0, 0] - before  # type: ignore[attr-defined]
    return learner


def test_a_reward_reaches_back_along_greedy_actions():
    # both actions of state 1 are worth 0, so 0 is greedy: its trace is 0.5, the one before it 0.5 * 0.5 * 0.8
    learner = chain(0.0)
    assert learner.q[0, 1, 0] == pytest.approx(0.5)
    assert learner.moved == pytest.approx(0.2)


def test_it_does_not_reach_back_over_an_exploring_action():
    learner = chain(0.25)
    assert learner.q[0, 1, 0] == pytest.approx(0.5)
    assert learner.moved == 0


@pytest.mark.parametrize("ended", ["terminated", "truncated"])
def test_no_trace_crosses_into_the_next_episode(ended):
    learner = QLambda(step_size=0.5, trace_decay=0.8)
    learner.reset(1, 3, 2, 0.5)
    learner.learn(one(0, 0, 0.0, 1, **{ended: True}), None)
    learner.learn(one(2, 0, 1.0, 1), None)
    assert learner.q[0, 0, 0] == 0
    assert learner.q[0, 2, 0] == pytest.approx(0.5)


@pytest.mark.parametrize(("terminated", "moved"), [(False, 1.5), (True, 0.5)])
def test_only_a_terminated_step_has_nothing_behind_it(terminated, moved):
    learner = QLambda(step_size=0.5)
    learner.reset(1, 2, 2, 0.5)
    learner.q[0, 1] = [2.0, 4.0]
    learner.learn(one(0, 0, 1.0, 1, terminated, not terminated), None)
    assert learner.q[0, 0, 0] == pytest.approx(moved)


def test_without_traces_it_is_q_learning():
    rng, learners = np.random.default_rng(3), [QLambda(0.3, trace_decay=0.0), QLearning(0.3)]
    for learner in learners:
        learner.reset(50, 4, 3, 0.9)
    for _ in range(60):
        numbers = [rng.integers(k, size=50) for k in (4, 3, 4)]
        ends = rng.random((2, 50)) < 0.1
        step = Step(numbers[0], numbers[1], rng.random(50), numbers[2], ends[0], ends[1])
        for learner in learners:
            learner.learn(step, rng)
    assert learners[0].q.max() > 1
    assert learners[0].q == pytest.approx(learners[1].q)
