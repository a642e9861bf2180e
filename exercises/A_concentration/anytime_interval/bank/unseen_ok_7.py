"""A loop over the looks that fills one array; the high end as minus a running maximum, logs added up."""
import numpy as np


def anytime_interval(means, looks, delta):
    means = np.asarray(means, dtype=float)
    known = np.empty(means.shape + (2,))
    floors = np.full(means.shape[:-1] + (2,), -np.inf)
    for i in range(means.shape[-1]):
        evidence = np.log(2.0) + np.log(i + 1.0) + np.log(i + 2.0)
        evidence -= np.log(delta)
        r = (evidence / looks[i] / 2) ** 0.5
        m = means[..., i]
        floors = np.maximum(floors, np.stack([m, -m], axis=-1) - r)
        known[..., i, :] = floors * [1, -1]
    return known
