"""For each look the largest and the smallest of all ends so far."""
import numpy as np


def anytime_interval(means, looks, delta):
    means, looks = np.asarray(means, float), np.asarray(looks, float)
    k = np.arange(1.0, looks.size + 1)
    # log(2 k (k + 1) / delta), taken apart
    log = np.log(2) + np.log(k) + np.log1p(k) - np.log(delta)
    radius = np.sqrt(0.5 * log / looks)
    below, above = means - radius, means + radius
    known = [
        [below[..., :j].max(axis=-1), above[..., :j].min(axis=-1)]
        for j in range(1, looks.size + 1)
    ]
    # (L, 2, ...) -> (..., L, 2)
    return np.moveaxis(np.array(known), (0, 1), (-2, -1))
