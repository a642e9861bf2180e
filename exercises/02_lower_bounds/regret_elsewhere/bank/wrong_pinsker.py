"""You used Pinsker's inequality. It is true, but it says nothing once the evidence is 2 nats; the
card's inequality still says something then, and it is the one that was asked for."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = 1 - np.sqrt(evidence / 2) - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
