"""You carry the ends along the runs and not along the looks. Runs know nothing of each other; the
looks are the last axis."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=0)
    high = np.minimum.accumulate(means + radius, axis=0)
    return np.stack([low, high], axis=-1)
