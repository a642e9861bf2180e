"""You compare arm 1 with arm 0. The question is not which arm is better in A, but whether this is A
or B: compare what arm 1 pays in the one with what it pays in the other."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / mid) + (1 - low) * math.log((1 - low) / (1 - mid))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
