"""Your divergence has the term for heads only. A toss that shows tails is evidence too."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high)
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
