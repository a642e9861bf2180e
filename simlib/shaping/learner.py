"""Q-learning that is paid for progress while it learns.

It sees one step at a time, so each of the three slips of shaping can be made here: `terminated` takes the
potential of the state reached away, `truncated` does not.

In this file: `ShapedQ`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import QLearner, Step
from simlib.shaping.potential import shaping_term
from simlib.validate import check_array, check_real


class ShapedQ(QLearner):
    """q(s, a) += rate * (reward + F + gamma max over b of q(t, b) - q(s, a)),  F = gamma Phi(t) - Phi(s).

    potential: None (no shaping), Phi (S,), or (H, S), Phi at each step of the learner's life, the last one
    from then on. rate in (0, 1]; epsilon in [0, 1] of random actions; first_q: what q is at first.

    Source: [Ng1999]; [Watkins1992]; [Devlin2012] for potentials that change
    """

    def __init__(self, potential: Any = None, rate: float = 0.5, epsilon: float = 0.1, first_q: float = 0.0):
        self.potential = None if potential is None else check_array("potential", potential)
        self.rate = check_real("rate", rate, 0, 1, open_low=True)
        self.epsilon = check_real("epsilon", epsilon, 0, 1)
        self.first_q = check_real("first_q", first_q)

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
        reward = step.reward + shaping_term(now, after, self.discount, step.terminated)
        ahead = np.where(step.terminated, 0.0, self.q[self.run, step.next_state].max(axis=-1))
        at = self.run, step.state, step.action
        self.q[at] += self.rate * (reward + self.discount * ahead - self.q[at])
        self.age += 1
