"""You cut A's chance off at 1/4, so that something is left for B. Nothing need be left: a policy
with much regret in A may have none in B."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = np.minimum(regret / (horizon / 2 * (mid - low)), np.exp(-evidence) / 4)
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
