"""Epsilon-greedy: with probability epsilon try any arm, otherwise pull the arm with the best mean."""

from __future__ import annotations

import numpy as np

from simlib.bandit.policy import MeanPolicy
from simlib.validate import check_real


class EpsilonGreedy(MeanPolicy):
    """With probability epsilon a uniformly random arm, otherwise the arm with the best mean so far.

    epsilon in [0, 1], the same in every round, so the regret grows like epsilon * mean(gaps) * T in
    the end. The mean of an arm never pulled counts as 0.

    Differs: [Slivkins2019] lets epsilon fall like t^(-1/3); a fixed epsilon is [Sutton2018]'s.
    Source: [Sutton2018] section 2.2; [Slivkins2019] Alg. 1.2
    """

    def __init__(self, epsilon: float = 0.1):
        self.epsilon = check_real("epsilon", epsilon, 0, 1)

    @property
    def label(self) -> str:
        return f"epsilon-greedy {self.epsilon:g}"

    def act(self, t: int, rng) -> np.ndarray:
        explore = rng.random(self.n_runs) < self.epsilon
        any_arm = (rng.random(self.n_runs) * self.n_arms).astype(np.int64)
        return np.where(explore, any_arm, self.reward_mean.argmax(axis=-1))
