"""You pool both arms into 2n tosses of one coin. That has the right mean, but not the right law: the two counts have
variances of their own. It is exact for one pull each, and for no more."""

import math

import numpy as np


def law(n, p):
    """Probabilities of 0, ..., n payments."""
    out = np.zeros(n + 1)
    if p == 0:
        out[0] = 1
        return out
    if p == 1:
        out[n] = 1
        return out
    k = np.arange(n + 1)
    lg = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    logs = lg[n] - lg - lg[::-1] + k * math.log(p) + (n - k) * math.log(1 - p)
    return np.exp(logs)


def explore_first_regret(n_explore, horizon, good, bad):
    signs = law(2 * n_explore, (good + 1 - bad) / 2)
    wrong = signs[:n_explore].sum() + signs[n_explore] / 2
    gap = good - bad
    return float(gap * (n_explore + (horizon - 2 * n_explore) * wrong))
