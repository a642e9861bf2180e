"""A model of the world, learnt by remembering: what came last of each state and action.

In a world without luck that is all there is to know after one visit, and from it a learner can practise in
its head.

In this file: `LastOutcome`.
"""

from __future__ import annotations

import numpy as np

from simlib.mdp.learner import Step


class LastOutcome:
    """For each run and cell (state and action): next_state, reward and whether the episode terminated.

    Cells are numbered within a run: state * n_actions + action. `order` (R, S * A) holds the cells in the
    order of their first visit, of which the first `n_seen` (R,) are filled.
    Assumes a world without luck; where there is luck it believes what it saw last.
    """

    def __init__(self, n_runs: int, n_states: int, n_actions: int):
        shape = (n_runs, n_states * n_actions)
        self.n_actions = n_actions
        self.next_state, self.order = np.zeros((2, *shape), np.int64)
        self.reward, self.terminated = np.zeros(shape), np.zeros(shape, bool)
        self.seen, self.n_seen = np.zeros(shape, bool), np.zeros(n_runs, np.int64)
        self.run = np.arange(n_runs)

    def remember(self, step: Step) -> np.ndarray:
        """Write a step down; returns its cells (R,)."""
        cell = step.state * self.n_actions + step.action
        new = ~self.seen[self.run, cell]
        self.order[self.run[new], self.n_seen[new]] = cell[new]
        self.n_seen += new
        self.seen[self.run, cell] = True
        self.next_state[self.run, cell] = step.next_state
        self.reward[self.run, cell] = step.reward
        self.terminated[self.run, cell] = step.terminated
        return cell

    def any_seen(self, u: np.ndarray) -> np.ndarray:
        """A cell (R,) that was visited before, all equally likely, by uniforms u (R,) in [0, 1)."""
        return self.order[self.run, np.minimum((u * self.n_seen).astype(np.int64), self.n_seen - 1)]

    def outcome(self, cell: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """next_state, reward, terminated, each (R,), as remembered of the cells (R,)."""
        run = self.run
        return self.next_state[run, cell], self.reward[run, cell], self.terminated[run, cell]
