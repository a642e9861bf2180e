"""Misconception: A look pays by the number of rewards it has seen, as in the chapter, delta / (n (n + 1))."""
import numpy as np


def anytime_interval(means, looks, delta):
    """What is known after each look, (R, L, 2) or (L, 2)."""
    k = np.arange(1, len(looks) + 1)
    n = np.asarray(looks, dtype=float)
    share = delta / (n * (n + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    low = np.maximum.accumulate(means - radius, axis=-1)
    high = np.minimum.accumulate(means + radius, axis=-1)
    return np.stack([low, high], axis=-1)
