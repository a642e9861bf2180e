"""Successive elimination: try all arms in turn, and drop an arm once another is surely better.

Explore-first gives every arm the same number of pulls, settled beforehand. Here the data decide: an arm
that is far worse is dropped early, and only close rivals are compared for long.

In this file: `surviving`, the test that an arm must pass, and the policy `SuccessiveElimination`.
"""

from __future__ import annotations

import numpy as np

from simlib.bandit.concentration import confidence_radius
from simlib.bandit.policy import MeanPolicy


def surviving(reward_mean: np.ndarray, pulls: np.ndarray, active: np.ndarray, horizon: float) -> np.ndarray:
    """Active arms with mean + radius >= the largest mean - radius among the active; (..., K) bool.

    radius = sqrt(2 log T / pulls). reward_mean, pulls >= 1 and active of one shape (..., K); horizon T > 1,
    rounds. The active arm with the best mean always survives.
    Assumes rewards in [0, 1].

    Source: [Slivkins2019] Alg. 1.4
    """
    radius = confidence_radius(pulls, horizon)
    lower = np.where(active, reward_mean - radius, -np.inf)
    return active & (reward_mean + radius >= lower.max(axis=-1, keepdims=True))


class SuccessiveElimination(MeanPolicy):
    """Pull every active arm once, then drop those that do not pass `surviving`; and so on to the end.

    The horizon must be known: it sets the radius. With two arms it is high-confidence elimination.

    Source: [Slivkins2019] Alg. 1.4, for two arms Alg. 1.3
    """

    @property
    def label(self) -> str:
        return "successive elimination"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        super().reset(n_runs, n_arms, horizon)
        self.active = np.ones((n_runs, n_arms), dtype=bool)
        self._due = np.full(n_runs, n_arms)  # pulls until all active arms have had the same number

    def act(self, t: int, rng) -> np.ndarray:
        # of the active arms, those that already had their pull have one more than the others
        return np.where(self.active, self.pulls, np.inf).argmin(axis=-1)

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        super().learn(arm, reward)
        self._due -= 1
        row = np.flatnonzero(self._due == 0)
        if len(row) and self.n_arms > 1:
            kept = surviving(self.reward_mean[row], self.pulls[row], self.active[row], self.horizon)
            self.active[row], self._due[row] = kept, kept.sum(axis=-1)

    def predict(self) -> np.ndarray:
        """The active arm (R,) with the best mean so far."""
        return np.where(self.active, self.reward_mean, -np.inf).argmax(axis=-1)
