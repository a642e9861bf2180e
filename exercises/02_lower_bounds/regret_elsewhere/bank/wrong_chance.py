"""You return the chance, not what it costs. A regret is in units of reward: the chance times the
rounds lost times the gap."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return np.maximum(chance_in_b, 0)
