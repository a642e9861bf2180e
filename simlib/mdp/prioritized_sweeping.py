"""Prioritised sweeping: practise where it would change something, and work back from there.

Most of what Dyna-Q practises is already known. Here each remembered step has a priority, by how much an
update would move it. The largest goes first; then those that lead to the state just changed have reason to be
looked at.

In this file: the learner `PrioritizedSweeping`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.last_outcome import LastOutcome
from simlib.mdp.learner import QLearner, Step
from simlib.mdp.q_learning import q_target
from simlib.mdp.step_size import check_share, check_step_size
from simlib.mdp.td import td_target
from simlib.validate import check_int, check_real


class PrioritizedSweeping(QLearner):
    """After each step at most `practice` updates of q, each where |q_target - q| is largest by the model.

    practice int >= 0; threshold >= 0, below which nothing is worth an update; step_size in (0, 1], (R,), or
    `Visits`; epsilon in [0, 1] or (R,); first_q: q at the start. `practised` (R,) counts the updates.
    Assumes a world without luck (see `LastOutcome`).
    Cost: R * S * A for each update, since the queue is an array that is searched.

    Source: [Moore1993]; [Sutton2018] section 8.4
    """

    def __init__(
        self,
        practice: int = 10,
        threshold: float = 1e-4,
        step_size: Any = 1.0,
        epsilon: Any = 0.1,
        first_q: float = 0.0,
    ):
        self.practice = check_int("practice", practice, 0)
        self.threshold = check_real("threshold", threshold, 0)
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return "prioritised sweeping"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.model = LastOutcome(n_runs, n_states, n_actions)
        self.priority = np.zeros((n_runs, n_states * n_actions))
        self.practised = np.zeros(n_runs, np.int64)

    def learn(self, step: Step, rng: Any) -> None:
        cell = self.model.remember(step)
        self.raise_priority(self.run, cell)
        for _ in range(self.practice):
            cell = self.priority.argmax(axis=-1)
            worth_it = np.flatnonzero(self.priority[self.run, cell] > self.threshold)
            if not len(worth_it):
                break
            self.update(worth_it, cell[worth_it])

    def update(self, run: np.ndarray, cell: np.ndarray) -> None:
        """Move q at one cell of some runs, and look at what leads there; run (m,), cell (m,) within a run."""
        self.priority[run, cell] = 0
        self.practised[run] += 1
        model, state = self.model, cell // self.n_actions
        next_q = self.q[run, model.next_state[run, cell]]
        target = q_target(model.reward[run, cell], next_q, model.terminated[run, cell], self.discount)
        self.nudge(run * self.n_states * self.n_actions + cell, target)
        leads = model.seen[run] & (model.next_state[run] == state[:, None]) & ~model.terminated[run]
        which, before = np.nonzero(leads)
        self.raise_priority(run[which], before)

    def raise_priority(self, run: np.ndarray, cell: np.ndarray) -> None:
        """The priority of cells (m,) of runs (m,): how far they are now from their target."""
        model = self.model
        worth = self.q[run, model.next_state[run, cell]].max(axis=-1)
        target = td_target(model.reward[run, cell], worth, model.terminated[run, cell], self.discount)
        gap = np.abs(target - self.q.reshape(self.n_runs, -1)[run, cell])
        self.priority[run, cell] = gap
