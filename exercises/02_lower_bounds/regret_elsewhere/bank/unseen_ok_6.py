"""Loop over the policies with math, early exit where the bound says nothing."""
import math

import numpy as np


def regret_elsewhere(regret, horizon, low, mid, high):
    nats = low * math.log(low / high) + (1 - low) * math.log((1 - low) / (1 - high))
    bounds = []
    for r in regret:
        pulls = r / (mid - low)
        chance_e = min(1.0, 2 * pulls / horizon)
        rest = 0.5 * math.exp(-pulls * nats) - chance_e
        if rest <= 0:
            bounds.append(0.0)
            continue
        bounds.append(rest * (high - mid) * horizon / 2)
    return np.array(bounds, dtype=float)
