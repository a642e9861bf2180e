"""Misconception: exploring takes n_explore rounds in all, so horizon - n_explore rounds are left."""
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
    g, b = _pmf(n_explore, good), _pmf(n_explore, bad)
    below = np.cumsum(g) - g
    wrong = float(b @ (below + g / 2))
    return (good - bad) * (n_explore + (horizon - n_explore) * wrong)
