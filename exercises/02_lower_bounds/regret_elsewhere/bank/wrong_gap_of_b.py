"""You turn A's regret into pulls with the gap of B. In A a pull of arm 1 costs what arm 0 pays more
there."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (high - mid) * divergence
    chance_in_a = regret / (horizon / 2 * (high - mid))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
