"""You hand back the two costs apart, that of exploring and that of choosing wrongly. Regret is their sum: one
number."""

import math

import numpy as np


def binomial(n, p):
    if p in (0, 1):
        return np.eye(n + 1)[round(n * p)]
    k = np.arange(n + 1)
    log_fact = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    log_ways = log_fact[n] - log_fact - log_fact[::-1]
    return np.exp(log_ways + k * math.log(p) + (n - k) * math.log1p(-p))


def explore_first_regret(n_explore, horizon, good, bad):
    pairs = np.outer(binomial(n_explore, bad), binomial(n_explore, good))
    wrong = np.tril(pairs, -1).sum() + np.trace(pairs) / 2
    rounds_left = horizon - 2 * n_explore
    return (good - bad) * n_explore, (good - bad) * rounds_left * wrong
