"""Misconception: there is one gap, mid minus low, and a wrong pull costs it in either world."""

import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap = mid - low
    evidence = regret / gap * kl(low, high)
    x = regret / (horizon / 2 * gap)
    y = np.maximum(np.exp(-evidence) / 2 - x, 0)
    return y * horizon / 2 * gap
