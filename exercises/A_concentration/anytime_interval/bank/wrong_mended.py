"""You swap or merge ends that have crossed. A crossing is news: an interval has missed. The card
asks to leave it so."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.sort(np.stack([low, high], axis=-1), axis=-1)
