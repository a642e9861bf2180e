"""TD(lambda): between one step and the whole episode, for the price of a trace.

The lambda-return mixes the targets of all lengths n, with weights (1 - lambda) lambda^(n-1). It looks
forward, so one would have to wait. The trace looks backward instead: each state remembers how recently it was
visited, and every error moves all of them. Over an episode both come to the same where values change only at
its end.

In this file: `lambda_returns`, the forward view, and `TDLambda`, the backward view with accumulating traces.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import Step
from simlib.mdp.step_size import check_step_size
from simlib.mdp.td import td_target
from simlib.mdp.value_learner import ValueLearner
from simlib.validate import check_array, check_real


def lambda_returns(
    reward: np.ndarray, next_value: np.ndarray, discount: float, trace_decay: float
) -> np.ndarray:
    """G_t = reward_t + discount ((1 - lambda) next_value_t + lambda G_{t+1}), (T,), of one episode.

    reward (T,); next_value (T,), what the state after each step is worth: 0 after the last if it is terminal.
    After the last step nothing else is known, so G_T is next_value_T. lambda = trace_decay in [0, 1].
    Source: [Sutton2018] section 12.1
    """
    reward = check_array("reward", reward, ndim=1)
    follows = check_array("next_value", next_value, shape=reward.shape)
    returns, ahead = np.zeros(len(reward)), follows[-1] if len(reward) else 0.0
    for t in reversed(range(len(reward))):
        ahead = reward[t] + discount * ((1 - trace_decay) * follows[t] + trace_decay * ahead)
        returns[t] = ahead
    return returns


class TDLambda(ValueLearner):
    """trace(s) += step; v += trace * (td_target - v(s)); all traces fade by discount * lambda at each step.

    trace_decay lambda in [0, 1], where 0 is TD(0); step_size in (0, 1], (R,), or `Visits`; follows,
    first_value: see `ValueLearner`. The trace carries its step, and visits accumulate: a state visited again
    and again may be moved by more than the whole error, and then values diverge.
    Cost: R * S for each step.

    Source: [Sutton2018] section 12.2
    """

    def __init__(
        self, step_size: Any = 0.1, trace_decay: float = 0.9, follows: Any = None, first_value: float = 0.0
    ):
        self.step_size = check_step_size(step_size)
        self.trace_decay = check_real("trace_decay", trace_decay, 0, 1)
        self.follows = follows
        self.first_value = check_real("first_value", first_value)

    @property
    def label(self) -> str:
        return "TD(lambda)"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.trace = np.zeros((n_runs, n_states))

    def learn(self, step: Step, rng: Any) -> None:
        target = td_target(step.reward, self.value_of(step.next_state), step.terminated, self.discount)
        error, cell = target - self.value_of(step.state), self.cell(step.state)
        self.trace *= self.discount * self.trace_decay
        self.trace.reshape(-1)[cell] += self.steps.at(cell)
        self.value += self.trace * error[:, None]
        self.trace[step.ended] = 0
