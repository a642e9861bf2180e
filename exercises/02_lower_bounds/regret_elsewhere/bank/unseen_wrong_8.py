"""The cost of a wrong half is T/2 times the gap mid - low; I write it once and use it for both worlds."""
import numpy as np


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def regret_elsewhere(regret, horizon, low, mid, high):
    gap = mid - low
    cost = horizon / 2 * gap
    evidence = regret / gap * kl(low, high)
    y = 0.5 * np.exp(-evidence) - regret / cost
    return np.maximum(y * cost, 0.0)
