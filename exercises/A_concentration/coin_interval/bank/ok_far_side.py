"""Returns the place outside, which is as near to the end as the one inside; two arrays at once."""

import numpy as np


def coin_interval(mean, n, delta):
    p = np.stack([mean, mean], axis=-1)
    near, far = p.copy(), np.broadcast_to([0.0, 1.0], p.shape).copy()
    for _ in range(50):
        q = (near + far) / 2
        with np.errstate(divide="ignore", invalid="ignore"):
            heads = np.nan_to_num(p * np.log(q), nan=0.0, neginf=-np.inf)
            tails = np.nan_to_num((1 - p) * np.log1p(-q), nan=0.0, neginf=-np.inf)
            entropy = np.nan_to_num(p * np.log(p)) + np.nan_to_num((1 - p) * np.log1p(-p))
        over = n * (entropy - heads - tails) > np.log(2 / delta)
        near, far = np.where(over, near, q), np.where(over, q, far)
    return far
