"""World B is the one I want to know about, so the divergence is of B's coin against A's."""
import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap_a, gap_b = mid - low, high - mid
    evidence = regret / gap_a * kl(high, low)
    x = regret / (horizon / 2 * gap_a)
    y = np.exp(-evidence) / 2 - x
    return np.maximum(0, y * horizon / 2 * gap_b)
