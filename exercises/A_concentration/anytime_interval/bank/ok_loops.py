"""One run and one look after the other."""

import math

import numpy as np


def anytime_interval(means, looks, delta):
    if means.ndim == 2:
        return np.array([anytime_interval(row, looks, delta) for row in means])
    low, high, found = -math.inf, math.inf, []
    for k, (mean, n) in enumerate(zip(means, looks, strict=True), start=1):
        radius = math.sqrt(math.log(2 * k * (k + 1) / delta) / (2 * n))
        low, high = max(low, mean - radius), min(high, mean + radius)
        found.append((low, high))
    return np.array(found)
