"""There are L looks, so by the union bound each of them gets delta / L."""
import numpy as np


def anytime_interval(means, looks, delta):
    share = delta / len(looks)
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
