"""What a pull of the bad arm tells is kl(mu_a, mu*) as in Lai and Robbins, the bad coin against the best one of its world."""
import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap_a, gap_b = mid - low, high - mid
    evidence = regret / gap_a * kl(low, mid)
    half = horizon / 2
    y = 0.5 * np.exp(-evidence) - regret / (half * gap_a)
    return np.clip(half * gap_b * y, 0, None)
