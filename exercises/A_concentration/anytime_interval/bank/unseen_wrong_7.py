"""A look after n rewards gets the share delta / (n (n + 1)), as in the chapter's anytime radius."""
import numpy as np


def anytime_interval(means, looks, delta):
    looks = looks.astype(float)
    share = delta / (looks * (looks + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
