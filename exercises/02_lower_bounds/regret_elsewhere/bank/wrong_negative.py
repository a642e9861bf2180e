"""Your bound is negative where the facts say nothing. A true sentence, but a regret is at least 0
anyway, and the card asks for the better of the two."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * chance_in_b
