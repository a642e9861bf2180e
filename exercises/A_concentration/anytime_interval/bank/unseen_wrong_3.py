"""Misconception: As with the arms, delta is shared equally among all the looks, delta / L."""
import numpy as np


def anytime_interval(means, looks, delta):
    """What is known after each look, (R, L, 2) or (L, 2)."""
    share = delta / len(looks)
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
