"""Multiply logarithms as the hint says: np.log of good and bad, lgamma for the factorials, exp at the end."""
import math

import numpy as np


def law(n, p):
    k = np.arange(n + 1)
    lg = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = lg[n] - lg - lg[::-1] + k * np.log(p) + (n - k) * np.log(1 - p)
    return np.exp(logs)


def explore_first_regret(n_explore, horizon, good, bad):
    joint = np.outer(law(n_explore, good), law(n_explore, bad))
    wrong = np.triu(joint, 1).sum() + np.trace(joint) / 2
    gap = good - bad
    return float(gap * (n_explore + (horizon - 2 * n_explore) * wrong))
