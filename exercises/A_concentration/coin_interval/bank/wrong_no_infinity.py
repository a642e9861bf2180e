"""You replaced infinite divergences by something finite. They were right: a coin that never shows
heads cannot have shown one. Wrong is which of the two means was asked about."""

import numpy as np


def kl(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(p > 0, p * np.log(p / q), 0)
        tails = np.where(p < 1, (1 - p) * np.log((1 - p) / (1 - q)), 0)
    return np.where(np.isfinite(heads + tails), heads + tails, 0)


def edge(mean, end, level):
    inside, outside = mean, np.full_like(mean, end)
    for _ in range(60):
        middle = (inside + outside) / 2
        far = kl(middle, mean) > level
        outside = np.where(far, middle, outside)
        inside = np.where(far, inside, middle)
    return inside


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    ends = [edge(mean, end, level) for end in (0, 1)]
    return np.stack(ends, axis=-1)
