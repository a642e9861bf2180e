"""The evidence is the regret in A times the divergence, since the regret counts the wrong pulls."""
import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap_a, gap_b = mid - low, high - mid
    right = 0.5 * np.exp(-regret * kl(low, high))
    left = regret / (horizon / 2 * gap_a)
    return np.maximum(0, (right - left) * horizon / 2 * gap_b)
