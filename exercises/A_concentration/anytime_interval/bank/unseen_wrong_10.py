"""Both sides share the look's delta, so each side gets half of it before it goes into Hoeffding's radius."""
import numpy as np


def anytime_interval(means, looks, delta):
    k = np.arange(1, means.shape[-1] + 1)
    one_side = delta / (k * (k + 1)) / 2
    radius = np.sqrt(np.log(2 / one_side) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
