"""The share of delta goes by the number of rewards, as if you had looked after every one. You pay
for looks that you did not take; count the looks."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = looks
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
