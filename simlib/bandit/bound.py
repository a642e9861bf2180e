"""What no policy can beat, and what UCB1 promises: curves to draw beside a measurement.

In this file: `lai_robbins`, `minimax_bound`, `ucb1_bound`.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from simlib.bandit.kl import bernoulli_kl
from simlib.validate import check_array, check_int, check_probs


def lai_robbins(means: Any) -> float:
    """sum of gap / kl(mean, best mean) over the worse arms of coins: regret >= this * log T in the long run.

    means (K,) in [0, 1]. Holds in the limit of T, for every policy whose regret is below every power of T in
    all worlds of coins. 0 if all arms are equal, or the best one always pays.

    Source: [Lai1985]; [Slivkins2019] chapter 2
    """
    means = check_probs("means", means)
    worse = means[means < means.max()]
    return float(((means.max() - worse) / bernoulli_kl(worse, means.max())).sum())


def minimax_bound(n_arms: int, horizon: Any) -> np.ndarray:
    """sqrt((K - 1) T) / 27: for every policy some world of K normal arms costs at least this.

    n_arms K >= 2; horizon (...) >= K - 1, rounds. The arms have variance 1 and means in [0, 1].

    Differs: [Slivkins2019] chapter 2 shows the order sqrt(K T), for coins.
    Source: [Lattimore2020] Theorem 15.2
    """
    horizon, n_arms = check_array("horizon", horizon), check_int("n_arms", n_arms, low=2)
    if horizon.size and horizon.min() < n_arms - 1:
        raise ValueError(f"horizon must be >= K - 1 = {n_arms - 1}; got {horizon.min():g}")
    return np.sqrt((n_arms - 1) * horizon) / 27


def ucb1_bound(gaps: Any, horizon: Any) -> np.ndarray:
    """sum of 8 log T / gap + (1 + pi^2/3) gap over the worse arms: UCB1's mean regret is at most this.

    gaps (K,) >= 0; horizon T (...) >= 1. Assumes rewards in [0, 1].

    Source: [Auer2002] Theorem 1
    """
    gaps, horizon = check_array("gaps", gaps, ndim=1), check_array("horizon", horizon)
    if (gaps < 0).any() or (horizon < 1).any():
        raise ValueError(f"gaps must be >= 0 and horizon >= 1; got {gaps.tolist()} and {horizon.tolist()}")
    worse = gaps[gaps > 0]
    return 8 * np.log(horizon) * (1 / worse).sum() + (1 + np.pi**2 / 3) * worse.sum()
