"""Watkins's Q(lambda): one surprise teaches all the steps that led to it.

Every state and action keeps a trace of how recently it was visited, and each error moves all of them in
proportion. A trace may go only as far back as the behaviour was the greedy one: before an exploring action it
says nothing about the best policy, and is cut.

In this file: `faded`, and the learner `QLambda`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step
from simlib.mdp.q_learning import q_target
from simlib.mdp.step_size import StepSize, check_share, check_step_size
from simlib.validate import check_real


def faded(trace: np.ndarray, keep: np.ndarray, discount: float, trace_decay: float) -> np.ndarray:
    """discount * trace_decay * trace in the runs that `keep` theirs, 0 in the others.

    trace (R, cells), keep (R,) bool.
    """
    return trace * (discount * trace_decay * keep)[:, None]


class QLambda(QLearner):
    """trace(s, a) += step; q += trace * (q_target - q(s, a)); traces fade, and are cut where it explored.

    trace_decay lambda in [0, 1], where 0 is Q-learning; step_size in (0, 1], (R,), or `Visits`; epsilon in
    [0, 1] or (R,); first_q: q at the start. The trace carries its step, and visits accumulate.
    Cost: R * S * A for each step.

    Source: [Sutton2018] section 12.10
    Differs: whether an action explored is judged by the q after the step before it, not by the q before that.
    """

    def __init__(
        self, step_size: Any = 0.1, epsilon: Any = 0.1, trace_decay: float = 0.9, first_q: float = 0.0
    ):
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.trace_decay = check_real("trace_decay", trace_decay, 0, 1)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "Q(lambda)"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.trace = np.zeros((n_runs, n_states * n_actions))
        self.steps = StepSize(self.step_size, n_runs, n_states * n_actions)

    def learn(self, step: Step, rng: Any) -> None:
        cell, flat = self.cell(step.state, step.action), self.q.reshape(self.n_runs, -1)
        old = self.q.reshape(-1).take(cell)
        greedy = old == self.q_of(step.state).max(axis=-1)
        self.trace = faded(self.trace, greedy, self.discount, self.trace_decay)
        self.trace.reshape(-1)[cell] += self.steps.at(cell)
        target = q_target(step.reward, self.q_of(step.next_state), step.terminated, self.discount)
        flat += self.trace * (target - old)[:, None]
        self.trace[step.ended] = 0
