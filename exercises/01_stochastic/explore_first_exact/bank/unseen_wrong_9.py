"""The binomial probability is comb(n, k) p^k (1-p)^(n-k), as in school."""
import math

import numpy as np


def law(n, p):
    return np.array([math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)])


def explore_first_regret(n_explore, horizon, good, bad):
    joint = np.outer(law(n_explore, good), law(n_explore, bad))
    wrong = np.triu(joint, 1).sum() + np.trace(joint) / 2
    gap = good - bad
    return float(gap * (n_explore + (horizon - 2 * n_explore) * wrong))
