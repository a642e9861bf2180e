"""The factor 1/2 before the exponential is lost. Without evidence the two chances could then not
add up to less than 1; Bretagnolle and Huber's inequality promises half of that."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
