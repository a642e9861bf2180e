"""True online TD(lambda): the trace that is exactly right after every single step.

Accumulating traces agree with the lambda-return only where values stand still within an episode. If at every
step one went back and moved all states visited so far towards their lambda-returns up to now, with the values
that were current then, one would have the online lambda-return algorithm; this learner ends with the same
values at every step, and costs no more than a trace.

In this file: the learner `TrueOnlineTD`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import Step
from simlib.mdp.step_size import Visits, check_step_size, for_runs
from simlib.mdp.td import td_target
from simlib.mdp.value_learner import ValueLearner
from simlib.validate import check_real


class TrueOnlineTD(ValueLearner):
    """trace *= gamma lambda; trace(s) += 1 - step trace(s); v += step ((error + moved) trace - moved 1(s)).

    `moved` is by how much the last step's learning changed v(s) since it stood in that step's target.
    trace_decay lambda in [0, 1]; step_size in (0, 1] or (R,); follows, first_value: see `ValueLearner`.
    Cost: R * S for each step.

    Source: [Seijen2016]; [Sutton2018] section 12.5
    """

    def __init__(
        self, step_size: Any = 0.1, trace_decay: float = 0.9, follows: Any = None, first_value: float = 0.0
    ):
        if isinstance(step_size, Visits):
            raise ValueError("step_size must be a number or an array of shape (runs,); got Visits")
        self.step_size = check_step_size(step_size)
        self.trace_decay = check_real("trace_decay", trace_decay, 0, 1)
        self.follows = follows
        self.first_value = check_real("first_value", first_value)

    @property
    def label(self) -> str:
        return "true online TD(lambda)"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.trace = np.zeros((n_runs, n_states))
        self.believed, self.fresh = np.zeros(n_runs), np.ones(n_runs, bool)

    def learn(self, step: Step, rng: Any) -> None:
        cell, rate = self.cell(step.state), for_runs(self.step_size, self.n_runs)
        value, trace = self.value.reshape(-1), self.trace.reshape(-1)
        old, ahead = value.take(cell), self.value_of(step.next_state)
        moved = np.where(self.fresh, 0.0, old - self.believed)
        error = td_target(step.reward, ahead, step.terminated, self.discount) - old
        self.trace *= self.discount * self.trace_decay
        trace[cell] += 1 - rate * trace[cell]
        self.value += self.trace * (rate * (error + moved))[:, None]
        value[cell] -= rate * moved
        self.trace[step.ended] = 0
        self.believed, self.fresh = ahead, step.ended
