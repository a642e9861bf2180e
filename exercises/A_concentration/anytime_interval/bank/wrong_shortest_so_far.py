"""You keep the shortest interval seen so far. It is valid, but two intervals together know more
than the shorter one: each end has its own record."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    best = np.array([radius[: k + 1].argmin() for k in range(len(looks))])
    low = means[..., best] - radius[best]
    high = means[..., best] + radius[best]
    return np.stack([low, high], axis=-1)
