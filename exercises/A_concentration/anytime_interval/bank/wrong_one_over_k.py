"""Your shares are delta / k. The sum of 1/k grows without end, so with enough looks you promise
nothing."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / number
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
