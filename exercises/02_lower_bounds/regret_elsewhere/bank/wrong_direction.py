"""Your divergence goes the wrong way round. The game is played in A, so the mean of the log
likelihood ratio is taken with A's coin; kl is not symmetric."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = high * math.log(high / low) + (1 - high) * math.log((1 - high) / (1 - low))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
