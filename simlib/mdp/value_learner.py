"""Prediction: a learner that is told what to do, and learns what that is worth.

It follows a given policy, so that whatever it believes does not change what it sees. That makes it the
simplest place to study how values are learnt.

In this file: `ValueLearner`, on which `MonteCarlo`, `TD`, `TDLambda` and `TrueOnlineTD` build.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.bellman import policy_probs
from simlib.mdp.learner import Learner
from simlib.mdp.step_size import StepSize


class ValueLearner(Learner):
    """Keeps value (R, S), at first `first_value`, of the policy that it `follows`; subclasses write `learn`.

    follows: probabilities (S, A), one action for each state (S,) int, or None for all actions alike.
    step_size: see `check_step_size`.
    Raises: ValueError at `reset` for a policy that does not fit the world.
    """

    step_size: Any
    follows: Any
    first_value: float

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        self.n_runs, self.n_states, self.n_actions, self.discount = n_runs, n_states, n_actions, discount
        uniform = np.full((n_states, n_actions), 1 / n_actions)
        given = uniform if self.follows is None else self.follows
        self.probs = policy_probs(given, n_states, n_actions, "follows")
        self.up_to = self.probs.cumsum(axis=-1)[:, :-1]
        self.value = np.full((n_runs, n_states), self.first_value)
        self.run = np.arange(n_runs)
        self.steps = StepSize(self.step_size, n_runs, n_states)

    def act(self, state: np.ndarray, rng: Any) -> np.ndarray:
        u = rng.random(self.n_runs)
        return (u[:, None] >= self.up_to.take(state, axis=0)).sum(axis=-1)

    def policy(self) -> np.ndarray:
        """The policy followed, (R, S, A) probabilities."""
        return np.broadcast_to(self.probs, (self.n_runs, *self.probs.shape))

    def cell(self, state: np.ndarray) -> np.ndarray:
        """Where value.reshape(-1) keeps the value of each run's state, (R,) int."""
        return self.run * self.n_states + state

    def value_of(self, state: np.ndarray) -> np.ndarray:
        """The value of one state in each run, (R,)."""
        return self.value.reshape(-1).take(self.cell(state))

    def nudge(self, cell: np.ndarray, target: np.ndarray) -> None:
        """value += step * (target - value) at the cells (m,), all different, for target (m,)."""
        value = self.value.reshape(-1)
        old = value.take(cell)
        value[cell] = old + self.steps.at(cell) * (target - old)
