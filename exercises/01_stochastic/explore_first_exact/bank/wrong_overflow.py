"""Your binomial coefficients leave the floating-point numbers when the exploration is long. Add logarithms
instead of multiplying."""

import math

import numpy as np


def binomial(n, p):
    if p in (0, 1):
        return np.eye(n + 1)[round(n * p)]
    k = np.arange(n + 1)
    ways = np.ones(n + 1)
    for i in range(n):
        ways[i + 1] = ways[i] * (n - i) / (i + 1)
    return np.nan_to_num(ways, posinf=0.0) * p**k * (1 - p) ** (n - k)


def explore_first_regret(n_explore, horizon, good, bad):
    pairs = np.outer(binomial(n_explore, bad), binomial(n_explore, good))
    wrong = np.tril(pairs, -1).sum() + np.trace(pairs) / 2
    rounds_left = horizon - 2 * n_explore
    return (good - bad) * (n_explore + rounds_left * wrong)
