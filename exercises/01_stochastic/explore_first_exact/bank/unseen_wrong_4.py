"""Misconception: the binomial probabilities can always be built upwards from (1 - p)**n, although that first one underflows to 0 for long explorations."""
import numpy as np


def _pmf(n, p):
    out = np.zeros(n + 1)
    if p == 1:
        out[n] = 1.0
        return out
    out[0] = (1 - p) ** n
    for k in range(n):
        out[k + 1] = out[k] * (n - k) / (k + 1) * p / (1 - p)
    return out


def explore_first_regret(n_explore, horizon, good, bad):
    g, b = _pmf(n_explore, good), _pmf(n_explore, bad)
    below = np.cumsum(g) - g
    wrong = float(b @ (below + g / 2))
    return (good - bad) * (n_explore + (horizon - 2 * n_explore) * wrong)
