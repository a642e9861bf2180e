"""Misconception: A low end above the high end is only a wrong order, so the two must be put in order."""
import numpy as np


def anytime_interval(means, looks, delta):
    """What is known after each look, (R, L, 2) or (L, 2)."""
    k = np.arange(1, len(looks) + 1)
    share = delta / (k * (k + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.sort(np.stack([low, high], axis=-1), axis=-1)
