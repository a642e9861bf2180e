"""Misconception: the evidence is what distinguishes the arms in A, so a pull of the bad arm carries kl(low, mid) as in Lai and Robbins' bound."""

import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    evidence = regret / (mid - low) * kl(low, mid)
    x = regret / (horizon / 2 * (mid - low))
    y = np.maximum(np.exp(-evidence) / 2 - x, 0)
    return y * horizon / 2 * (high - mid)
