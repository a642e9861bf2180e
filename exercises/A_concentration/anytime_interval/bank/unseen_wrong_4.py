"""Misconception: Slip: the first axis is taken for the looks, so with several runs the ends are carried from run to run."""
import numpy as np


def anytime_interval(means, looks, delta):
    """What is known after each look, (R, L, 2) or (L, 2)."""
    k = np.arange(1, len(looks) + 1)
    share = delta / (k * (k + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=0)
    high = np.minimum.accumulate(means + radius, axis=0)
    return np.stack([low, high], axis=-1)
