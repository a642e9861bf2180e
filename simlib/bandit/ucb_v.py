"""UCB-V: an arm whose rewards hardly vary needs a shorter radius.

In this file: `ucb_v_index`, the formula, and the policy `UCBV`.
"""

from __future__ import annotations

import math

import numpy as np

from simlib.bandit.policy import MeanPolicy
from simlib.validate import check_real


def ucb_v_index(
    reward_mean: np.ndarray, variance: np.ndarray, pulls: np.ndarray, t: int, zeta: float = 1.0
) -> np.ndarray:
    """mean + sqrt(2 V zeta log t / pulls) + 3 zeta log t / pulls, with V the variance of the rewards seen.

    reward_mean, variance and pulls of one shape (..., K), pulls >= 1, V with `pulls` below; t int >= 1, the
    number of this round; zeta > 0 scales the exploration.
    Assumes rewards in [0, 1].

    Differs: the authors' theorem takes zeta = 1.2 and c = 1; here zeta is 1 and c is 1.
    Source: [Audibert2009] section 3.1
    """
    level = zeta * math.log(t)
    return reward_mean + np.sqrt(2 * variance * level / pulls) + 3 * level / pulls


class UCBV(MeanPolicy):
    """Pull every arm once, then always the arm with the largest `ucb_v_index`.

    zeta > 0 scales the exploration.

    Source: [Audibert2009] section 3.1
    """

    def __init__(self, zeta: float = 1.0):
        self.zeta = check_real("zeta", zeta, 0, open_low=True)

    @property
    def label(self) -> str:
        return "UCB-V" if self.zeta == 1 else f"UCB-V zeta {self.zeta:g}"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        super().reset(n_runs, n_arms, horizon)
        self.squares = np.zeros((n_runs, n_arms))  # sum of (reward - mean)^2

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.n_arms:
            return np.full(self.n_runs, t - 1)
        variance = self.squares / self.pulls
        return ucb_v_index(self.reward_mean, variance, self.pulls, t, self.zeta).argmax(axis=-1)

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        """Welford: the sum of squares grows by (reward - mean before) (reward - mean after)."""
        cell = self._row_start + arm
        before = self.reward_mean.take(cell)
        super().learn(arm, reward)
        self.squares.ravel()[cell] += (reward - before) * (reward - self.reward_mean.take(cell))
