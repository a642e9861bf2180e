"""You left out the chance that A goes wrong. The inequality bounds a sum of two chances; what A may
take of it cannot be charged to B."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_b = np.exp(-evidence) / 2
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
