"""The logarithm of the share as a sum, and one record for both ends."""

import numpy as np


def anytime_interval(means, looks, delta):
    k = 1.0 + np.arange(means.shape[-1])
    level = np.log(2.0) + np.log(k) + np.log1p(k) - np.log(delta)
    radius = np.sqrt(0.5 * level / looks)
    ends = np.stack([radius - means, radius + means], axis=-1)
    return np.minimum.accumulate(ends, axis=-2) * np.array([-1, 1])
