"""True online TD(lambda) against the online lambda-return algorithm, done the slow way."""

import numpy as np
import pytest

from simlib.mdp.bellman import evaluate
from simlib.mdp.learner import Step
from simlib.mdp.random_walk import RandomWalk
from simlib.mdp.simulate import simulate
from simlib.mdp.step_size import Visits
from simlib.mdp.td_lambda import TDLambda, lambda_returns
from simlib.mdp.true_online import TrueOnlineTD


def one(state, action, reward, next_state, terminated=False, truncated=False) -> Step:
    """A step of one run."""
    numbers = [np.array([x]) for x in (state, action, reward, next_state, terminated, truncated)]
    return Step(*numbers)


def online_lambda_return(states, rewards, first, terminated, step, discount, trace_decay):
    """The values after each horizon h: from `first` anew, all states seen so far are moved, in order, towards
    their lambda-returns cut off at h; step k of these looks ahead with the values after horizon k - 1."""
    ends, current = [], first.copy()
    follows = np.zeros(len(rewards))
    for h in range(1, len(rewards) + 1):
        last = h == len(rewards) and terminated
        follows[h - 1] = 0.0 if last else current[states[h]]
        value = first.copy()
        ahead = lambda_returns(rewards[:h], follows[:h], discount, trace_decay)
        for k in range(h):
            value[states[k]] += step * (ahead[k] - value[states[k]])
        ends.append(value)
        current = value
    return ends


@pytest.mark.parametrize("trace_decay", [0.0, 0.7, 1.0])
@pytest.mark.parametrize("terminated", [True, False])
def test_it_is_the_online_lambda_return_algorithm(trace_decay, terminated):
    rng, learner = np.random.default_rng(5), TrueOnlineTD(0.3, trace_decay)
    learner.reset(1, 3, 1, 0.9)
    for _ in range(4):
        states, rewards = rng.integers(3, size=9), rng.normal(size=8)
        want = online_lambda_return(states, rewards, learner.value[0], terminated, 0.3, 0.9, trace_decay)
        for t in range(8):
            end = t == 7
            learner.learn(
                one(states[t], 0, rewards[t], states[t + 1], terminated and end, not terminated and end), None
            )
            assert learner.value[0] == pytest.approx(want[t])
    assert np.abs(learner.value).max() > 0.2


def test_with_long_traces_it_stays_where_accumulating_ones_run_away(seed):
    # a random walk visits states again and again: traces of more than 1 move values by more than their errors
    world, runs = RandomWalk(9), 128
    truth = evaluate(world, np.full((11, 2), 0.5))[1:10]
    error = {}
    for kind in (TDLambda, TrueOnlineTD):
        learner = kind(0.6, trace_decay=0.95, first_value=0.5)
        result = simulate(world, {"it": learner}, 400, runs, seed, checkpoints=1, progress=False)
        value = result.learners["it"].value[:, 1:10]  # type: ignore[attr-defined]
        error[kind] = np.sqrt(((value - truth) ** 2).mean(axis=-1))
    assert np.median(error[TDLambda]) > 2 * np.median(error[TrueOnlineTD])
    assert error[TrueOnlineTD].max() < 1


def test_its_step_must_not_depend_on_visits():
    with pytest.raises(ValueError, match="step_size must be a number or an array"):
        TrueOnlineTD(Visits())
