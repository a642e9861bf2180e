"""n-step SARSA: wait n steps, and count n real rewards before trusting an estimate.

    target = reward_1 + gamma reward_2 + ... + gamma^(n-1) reward_n + gamma^n q(state n, action n)

With n = 1 it is SARSA, with n beyond the length of an episode it is Monte Carlo. In between a reward reaches
n states back at once, while the noise of only n steps is in the target.

In this file: the learner `NStepSarsa`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.mdp.learner import Step
from simlib.mdp.sarsa import OnPolicy
from simlib.mdp.step_size import check_share, check_step_size
from simlib.validate import check_int, check_real


class NStepSarsa(OnPolicy):
    """q(s, a) of n steps ago += step * (target - q); at an episode's end all that wait are moved.

    n int >= 1; step_size in (0, 1], (R,), or `Visits`; epsilon in [0, 1] or (R,); first_q: q at the start.
    Where an episode is truncated those that wait bootstrap on the state reached. What all those targets
    bootstrap on is read once, before the first of them moves q.

    A ring of n places keeps, for each step that still waits, its cell, the rewards since and gamma^age.
    Source: [Sutton2018] section 7.2
    """

    def __init__(self, n: int = 4, step_size: Any = 0.1, epsilon: Any = 0.1, first_q: float = 0.0):
        self.n = check_int("n", n, 1)
        self.step_size = check_step_size(step_size)
        self.epsilon = check_share(epsilon)
        self.first_q = check_real("first_q", first_q)

    @property
    def label(self) -> str:
        return f"{self.n}-step SARSA"

    def reset(self, n_runs: int, n_states: int, n_actions: int, discount: float) -> None:
        super().reset(n_runs, n_states, n_actions, discount)
        self.cells = np.zeros((self.n, n_runs), np.int64)
        self.reward_sum, self.fade = np.zeros((2, self.n, n_runs))
        self.waits = np.zeros((self.n, n_runs), bool)
        self.time = 0

    def learn(self, step: Step, rng: Any) -> None:
        following = self.cell(step.next_state, self.choose(step, rng))
        worth = np.where(step.terminated, 0.0, self.q.reshape(-1).take(following))
        newest = self.time % self.n
        self.cells[newest] = self.cell(step.state, step.action)
        self.reward_sum[newest], self.fade[newest], self.waits[newest] = 0, 1, True
        self.reward_sum += self.fade * step.reward
        self.fade *= self.discount
        self.time += 1
        for age in range(self.n):  # the oldest first
            place = (self.time + age) % self.n
            due = self.waits[place] & (step.ended | (age == 0))
            target = self.reward_sum[place] + self.fade[place] * worth
            self.nudge(self.cells[place, due], target[due])
            self.waits[place] &= ~due
            if not step.ended.any():
                break
