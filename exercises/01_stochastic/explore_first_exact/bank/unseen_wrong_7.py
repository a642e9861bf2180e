"""Only if the worse arm paid more often is the choice wrong; a tie goes to the first arm, as argmax does it."""
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
    joint = np.outer(law(n_explore, good), law(n_explore, bad))
    wrong = np.triu(joint, 1).sum()
    gap = good - bad
    return float(gap * (n_explore + (horizon - 2 * n_explore) * wrong))
