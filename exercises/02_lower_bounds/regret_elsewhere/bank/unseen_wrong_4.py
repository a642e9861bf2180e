"""Misconception: the solved formula is the bound for every regret, whatever its sign."""

import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    evidence = regret / (mid - low) * kl(low, high)
    x = regret / (horizon / 2 * (mid - low))
    return (np.exp(-evidence) / 2 - x) * horizon / 2 * (high - mid)
