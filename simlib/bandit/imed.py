"""IMED: pull the arm whose rewards so far are the least evidence against it.

How much do the data speak against an arm's being as good as the best mean seen? n kl(mean, best mean), plus
log n, so that nothing is believed for free. The arm with the least is pulled: no index must be solved for.

In this file: `imed_index`, the formula, and the policy `IMED`.
"""

from __future__ import annotations

import numpy as np
from scipy.special import xlogy

from simlib.bandit.policy import MeanPolicy


def imed_index(reward_mean: np.ndarray, pulls: np.ndarray) -> np.ndarray:
    """pulls * kl(mean, best mean) + log pulls, for coins: the smaller, the sooner to be pulled.

    reward_mean in [0, 1] and pulls >= 1 of one shape (..., K). The best arm's index is log pulls.
    Assumes rewards in [0, 1]; exact for coins.

    Source: [Honda2015] Algorithm 1
    """
    best = reward_mean.max(axis=-1, keepdims=True)
    rest, best_rest = 1 - reward_mean, np.maximum(1 - best, 1e-300)
    kl = xlogy(reward_mean, reward_mean) + xlogy(rest, rest)
    kl -= xlogy(reward_mean, np.maximum(best, 1e-300)) + rest * np.log(best_rest)
    return pulls * np.maximum(kl, 0) + np.log(pulls)


class IMED(MeanPolicy):
    """Pull every arm once, then always the arm with the smallest `imed_index`.

    Source: [Honda2015] Algorithm 1
    """

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.n_arms:
            return np.full(self.n_runs, t - 1)
        return imed_index(self.reward_mean, self.pulls).argmin(axis=-1)
