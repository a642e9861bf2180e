"""Misconception: clipping the probabilities to [1e-9, 1 - 1e-9] to avoid log(0) cannot be seen in nine digits."""
import math

import numpy as np


def _pmf(n, p):
    p = min(max(p, 1e-9), 1 - 1e-9)
    k = np.arange(n + 1)
    log_fact = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    return np.exp(log_fact[n] - log_fact - log_fact[::-1]
                  + k * math.log(p) + (n - k) * math.log1p(-p))


def explore_first_regret(n_explore, horizon, good, bad):
    g, b = _pmf(n_explore, good), _pmf(n_explore, bad)
    below = np.cumsum(g) - g
    wrong = float(b @ (below + g / 2))
    return (good - bad) * (n_explore + (horizon - 2 * n_explore) * wrong)
