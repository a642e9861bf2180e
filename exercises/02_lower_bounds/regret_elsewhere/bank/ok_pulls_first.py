"""In pulls instead of regrets, with the cost of half a game named."""

import numpy as np


def kl(p, q):
    return p * np.log(p) - p * np.log(q) + (1 - p) * np.log1p(-p) - (1 - p) * np.log1p(-q)


def regret_elsewhere(regret, horizon, low, mid, high):
    pulls = regret / (mid - low)
    total = 0.5 * np.exp(-pulls * kl(low, high))
    left = total - 2 * pulls / horizon
    left[left < 0] = 0.0
    return left * (high - mid) * horizon / 2
