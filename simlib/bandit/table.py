"""Rewards that change from round to round, after a table that was written before the game began.

In this file: `TableBandit`, and `Row`, the world of one round.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.bandit.world import World
from simlib.validate import check_array


class Row(World):
    """One round: `means` (K,) of Bernoulli rewards, and `gaps` (K,), negative where an arm beats the best."""

    def __init__(self, means: np.ndarray, gaps: np.ndarray):
        self.means, self.gaps, self.n_arms = means, gaps, len(means)

    def reward(self, arm: np.ndarray, u: np.ndarray) -> np.ndarray:
        """1 if u < means[arm] else 0."""
        return (u < self.means.take(arm)).astype(float)


class TableBandit(World):
    """K arms; in round t arm k pays 1 with probability means[t - 1, k], else 0.

    means (T, K) in [0, 1], played for T rounds. Regret is against the arm that is best over the whole table,
    so that it can fall where others do better. All policies share one uniform in a round.

    Raises: ValueError for means outside [0, 1] or no row.
    Source: [Slivkins2019] chapters 5 and 6: an oblivious adversary
    """

    varies = True

    def __init__(self, means: Any = ((0.7, 0.3), (0.3, 0.6))):
        self.means = check_array("means", means, ndim=2).copy()
        if self.means.size == 0 or self.means.min() < 0 or self.means.max() > 1:
            seen = f"{self.means.min():.4g} to {self.means.max():.4g}" if self.means.size else "none"
            raise ValueError(f"means must be in [0, 1]; got {seen}")
        self.best_arm = int(self.means.sum(axis=0).argmax())
        self.gap_table = self.means[:, [self.best_arm]] - self.means
        self.gaps = self.gap_table.mean(axis=0)
        self.horizon, self.n_arms = self.means.shape

    def at(self, t: int) -> Row:
        """The world of round t = 1, ..., T."""
        return Row(self.means[t - 1], self.gap_table[t - 1])

    def uniform_regret(self, times: np.ndarray) -> np.ndarray:
        """The mean gaps of the rounds so far, added up: (C,)."""
        return self.gap_table.mean(axis=1).cumsum()[times - 1]

    def __repr__(self) -> str:
        return f"TableBandit({self.n_arms} arms, {len(self.means)} rounds)"
