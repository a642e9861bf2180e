"""One policy after the other, and `math` only."""

import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    heads, tails = math.log(high / low), math.log((1 - high) / (1 - low))
    bounds = []
    for r in regret:
        pulls = r / (mid - low)
        likely = math.exp(pulls * (low * heads + (1 - low) * tails))
        bounds.append(max(0.0, (high - mid) * (horizon * likely / 4 - pulls)))
    return np.array(bounds)
