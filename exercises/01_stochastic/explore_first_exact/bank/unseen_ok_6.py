"""Loops and Python floats: each law grown from its mode by ratios and normalised, one running sum."""
import math


def grown(n, p):
    mode = min(n, math.floor((n + 1) * p))
    w = [0.0] * (n + 1)
    w[mode] = 1.0
    for k in range(mode, n):
        w[k + 1] = w[k] * (n - k) / (k + 1) * p / (1 - p)
    for k in range(mode, 0, -1):
        w[k - 1] = w[k] * k / (n - k + 1) * (1 - p) / p
    total = math.fsum(w)
    return [x / total for x in w]


def explore_first_regret(n_explore, horizon, good, bad):
    g, b = grown(n_explore, good), grown(n_explore, bad)
    wrong, good_below = 0.0, 0.0
    for k in range(n_explore + 1):
        wrong += b[k] * (good_below + 0.5 * g[k])
        good_below += g[k]
    lost_exploring = n_explore * (good - bad)
    lost_after = (horizon - 2 * n_explore) * (good - bad) * wrong
    return lost_exploring + lost_after
