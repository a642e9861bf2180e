"""Your divergence is in bits, by a logarithm to base 2. The exponential in the inequality is that
of base e, so evidence must be in nats."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    divergence = low * math.log2(low / high) + (1 - low) * math.log2((1 - low) / (1 - high))
    evidence = regret / (mid - low) * divergence
    chance_in_a = regret / (horizon / 2 * (mid - low))
    chance_in_b = np.exp(-evidence) / 2 - chance_in_a
    return horizon / 2 * (high - mid) * np.maximum(chance_in_b, 0)
