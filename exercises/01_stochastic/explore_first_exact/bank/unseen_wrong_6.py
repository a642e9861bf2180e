"""Misconception: for more than 300 pulls the normal approximation is exact, so the sum is needed for short explorations only."""
import math

import numpy as np


def _pmf(n, p):
    if p <= 0 or p >= 1:
        out = np.zeros(n + 1)
        out[n if p >= 1 else 0] = 1.0
        return out
    k = np.arange(n + 1)
    log_fact = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    return np.exp(log_fact[n] - log_fact - log_fact[::-1]
                  + k * math.log(p) + (n - k) * math.log1p(-p))


def explore_first_regret(n_explore, horizon, good, bad):
    spread = math.sqrt((good * (1 - good) + bad * (1 - bad)) / n_explore)
    if n_explore <= 300 or spread == 0:
        g, b = _pmf(n_explore, good), _pmf(n_explore, bad)
        below = np.cumsum(g) - g
        wrong = float(b @ (below + g / 2))
    else:
        wrong = 0.5 * math.erfc((good - bad) / spread / math.sqrt(2))
    return (good - bad) * (n_explore + (horizon - 2 * n_explore) * wrong)
