"""Misconception: a policy with little regret in A practically never ends in E there, so that P_A(E) can be left out."""

import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    evidence = regret / (mid - low) * kl(low, high)
    y = np.exp(-evidence) / 2
    return y * horizon / 2 * (high - mid)
