"""I put 3 into 2 and solve for the regret in B; that is the bound."""
import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap_a, gap_b = mid - low, high - mid
    evidence = regret / gap_a * kl(low, high)
    x = regret / (horizon / 2 * gap_a)
    y = np.exp(-evidence) / 2 - x
    return y * horizon / 2 * gap_b
