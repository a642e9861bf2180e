"""You keep the lowest low and the highest high, all that any look allowed. The truth lies in every
interval, so keep what all of them allow."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.minimum.accumulate(means - radius, axis=-1)
    high = np.maximum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
