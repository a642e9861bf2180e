"""Compares each look with the one before it."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    radius = np.sqrt(np.log(2 * number * (number + 1) / delta) / (2 * looks))
    both = np.stack([means - radius, means + radius], axis=-1)
    for k in range(1, len(looks)):
        both[..., k, 0] = np.maximum(both[..., k, 0], both[..., k - 1, 0])
        both[..., k, 1] = np.minimum(both[..., k, 1], both[..., k - 1, 1])
    return both
