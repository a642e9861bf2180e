"""You hand back the high end first. An interval is read from its low end to its high end."""

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
        far = kl(mean, middle) > level
        outside = np.where(far, middle, outside)
        inside = np.where(far, inside, middle)
    return inside


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    ends = [edge(mean, end, level) for end in (1, 0)]
    return np.stack(ends, axis=-1)
