"""Vectorised halving of both ends together, two-branch logs, midpoints."""
import numpy as np


def coin_interval(mean, n, delta):
    p = np.asarray(mean, dtype=float)[:, None]
    level = np.log(2 / delta) / n
    inside = np.repeat(p, 2, axis=1)
    outside = np.broadcast_to([0.0, 1.0], inside.shape).copy()

    def term(a, b):
        safe = np.where(a > 0, a, 1.0)
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.where(a > 0, a * (np.log(safe) - np.log(b)), 0.0)

    for _ in range(200):
        q = 0.5 * (inside + outside)
        near = term(p, q) + term(1 - p, 1 - q) <= level
        inside = np.where(near, q, inside)
        outside = np.where(near, outside, q)
    both = (inside + outside) / 2
    both[:, 0] = np.where(p[:, 0] == 0, 0.0, both[:, 0])
    both[:, 1] = np.where(p[:, 0] == 1, 1.0, both[:, 1])
    return both
