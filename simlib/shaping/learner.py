"""Q-learning that is paid for progress while it learns.

It sees one step at a time, so each of the three slips of shaping can be made here: `terminated` takes the
potential of the state reached away, `truncated` does not.

In this file: `ShapedQ`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from simlib.mdp.learner import Step
from simlib.mdp.q_learning import QLearning
from simlib.shaping.potential import shaping_term
from simlib.validate import check_array


class ShapedQ(QLearning):
    """q(s, a) += step * (reward + F + gamma max over b of q(t, b) - q(s, a)),  F = gamma Phi(t) - Phi(s).

    potential: None (no shaping), Phi (S,), or (H, S), Phi at each step of the learner's life, the last one
    from then on. step_size, epsilon, first_q: as in `QLearning`.

    Source: [Ng1999]; [Watkins1992]; [Devlin2012] for potentials that change
    """

    def __init__(self, potential: Any = None, step_size: Any = 0.5, epsilon: Any = 0.1, first_q: float = 0.0):
        super().__init__(step_size, epsilon, first_q)
        self.potential = None if potential is None else check_array("potential", potential)

    @property
    def label(self) -> str:
        return "Q-learning" if self.potential is None else "Q-learning, shaped"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        given = np.zeros(n_states) if self.potential is None else self.potential
        self.levels = check_array("potential", np.atleast_2d(given), shape=(None, n_states))
        self.age = 0

    def learn(self, step: Step, rng: Any) -> None:
        last = len(self.levels) - 1
        now = self.levels[min(self.age, last), step.state]
        after = self.levels[min(self.age + 1, last), step.next_state]
        bonus = shaping_term(now, after, self.discount, step.terminated)
        super().learn(replace(step, reward=step.reward + bonus), rng)
        self.age += 1
