"""Misconception: What all looks say together is what the look with the shortest interval so far says."""
import numpy as np


def anytime_interval(means, looks, delta):
    """What is known after each look, (R, L, 2) or (L, 2)."""
    k = np.arange(1, len(looks) + 1)
    share = delta / (k * (k + 1))
    radius = np.sqrt(np.log(2 / share) / (2 * looks))
    best = np.array([np.argmin(radius[:j]) for j in k])
    low = means[..., best] - radius[best]
    high = means[..., best] + radius[best]
    return np.stack([low, high], axis=-1)
