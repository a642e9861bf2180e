"""Every look spends the whole of delta. That is peeking: each look alone keeps its promise, and all
together break it."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = np.full(len(looks), delta)
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
