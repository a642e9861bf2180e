"""TD(lambda): the two views agree, and its ends are TD(0) and Monte Carlo."""

import numpy as np
import pytest

from simlib.mdp.learner import Step
from simlib.mdp.td import TD
from simlib.mdp.td_lambda import TDLambda, lambda_returns


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def episode(rng, length=12, n_states=4, terminated=True):
    """States (T + 1,), rewards (T,) and the steps of one episode of one run."""
    states, rewards = rng.integers(n_states, size=length + 1), rng.normal(size=length)
    last = length - 1
    steps = [
        one(states[t], 0, rewards[t], states[t + 1], terminated and t == last, not terminated and t == last)
        for t in range(length)
    ]
    return states, rewards, steps


def test_the_lambda_return_on_paper():
    # from the end: 4; then 2 + 0.5 (0.5 * 8 + 0.5 * 4) = 5; then 1 + 0.5 (0.5 * 6 + 0.5 * 5) = 3.75
    got = lambda_returns([1.0, 2.0, 4.0], [6.0, 8.0, 0.0], 0.5, 0.5)
    assert got == pytest.approx([3.75, 5.0, 4.0])


def test_its_ends_are_one_step_and_the_whole_episode():
    reward, follows = np.array([1.0, 2.0, 4.0]), np.array([6.0, 8.0, 2.0])
    assert lambda_returns(reward, follows, 0.5, 0.0) == pytest.approx(reward + 0.5 * follows)
    assert lambda_returns(reward, follows, 0.5, 1.0) == pytest.approx([1 + 1 + 1 + 0.25, 2 + 2 + 0.5, 5.0])


def offline(steps, values, trace_decay):
    """What the learner adds up over an episode if values stand still meanwhile."""
    learner = TDLambda(step_size=0.1, trace_decay=trace_decay)
    learner.reset(1, len(values), 1, 0.9)
    total = np.zeros(len(values))
    for step in steps:
        learner.value[0] = values
        learner.learn(step, None)
        total += learner.value[0] - values
    return total


@pytest.mark.parametrize("trace_decay", [0.0, 0.6, 1.0])
@pytest.mark.parametrize("terminated", [True, False])
def test_backward_and_forward_view_agree_offline(trace_decay, terminated):
    rng = np.random.default_rng(2)
    for _ in range(5):
        states, rewards, steps = episode(rng, terminated=terminated)
        values = rng.normal(size=4)
        follows = values[states[1:]].copy()
        if terminated:
            follows[-1] = 0
        want = np.zeros(4)
        for state, ahead in zip(states, lambda_returns(rewards, follows, 0.9, trace_decay), strict=False):
            want[state] += 0.1 * (ahead - values[state])
        assert offline(steps, values, trace_decay) == pytest.approx(want)


def test_lambda_one_offline_is_monte_carlo_of_every_visit():
    states, rewards, steps = episode(np.random.default_rng(3))
    values, want, ahead = np.array([0.3, -0.2, 0.5, 1.0]), np.zeros(4), 0.0
    for state, reward in zip(states[-2::-1], rewards[::-1], strict=True):
        ahead = reward + 0.9 * ahead
        want[state] += 0.1 * (ahead - values[state])
    assert offline(steps, values, 1.0) == pytest.approx(want)


def test_lambda_zero_online_is_td():
    rng, learners = np.random.default_rng(4), [TDLambda(0.2, trace_decay=0.0), TD(0.2)]
    for learner in learners:
        learner.reset(1, 4, 1, 0.9)
    for terminated in (True, False, True):
        for step in episode(rng, terminated=terminated)[2]:
            for learner in learners:
                learner.learn(step, None)
    assert learners[0].value == pytest.approx(learners[1].value)
    assert np.abs(learners[0].value).max() > 0.2


@pytest.mark.parametrize("ended", ["terminated", "truncated"])
def test_no_trace_crosses_into_the_next_episode(ended):
    learner = TDLambda(0.5)
    learner.reset(1, 3, 1, 0.9)
    learner.learn(one(0, 0, 0.0, 1, **{ended: True}), None)
    learner.learn(one(2, 0, 1.0, 1), None)
    assert learner.value[0] == pytest.approx([0.0, 0.0, 0.5])
