"""You charge all T rounds in B. The event says only that fewer than half of the rounds went to arm
1, so no more than half of them can be charged."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon * (high - mid) * np.maximum(chance_in_b, 0)
