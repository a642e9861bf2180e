"""The upper end is right, the lower is not. Both ends are ruled by the same divergence, with the
same order of its arguments."""

import numpy as np


def kl(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(p > 0, p * np.log(p / q), 0)
        tails = np.where(p < 1, (1 - p) * np.log((1 - p) / (1 - q)), 0)
    return heads + tails


def edge(mean, end, level):
    inside, outside = mean, np.full_like(mean, end)
    for _ in range(60):
        middle = (inside + outside) / 2
        far = (kl(mean, middle) if end == 1 else kl(middle, mean)) > level
        outside = np.where(far, middle, outside)
        inside = np.where(far, inside, middle)
    return inside


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    ends = [edge(mean, end, level) for end in (0, 1)]
    return np.stack(ends, axis=-1)
