"""Each of your intervals stands alone. An earlier look may have ruled out a part of it, and what is
ruled out stays so."""

import numpy as np


def anytime_interval(means, looks, delta):
    number = np.arange(1, len(looks) + 1)
    share = delta / (number * (number + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = means - radius
    high = means + radius
    return np.stack([low, high], axis=-1)
