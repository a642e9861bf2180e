"""This is the normal approximation. For a mean of 0 it has length 0, as the code handed out: it too
is certain after ten tosses."""

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
    radius = np.sqrt(2 * level * mean * (1 - mean))
    ends = [np.maximum(mean - radius, 0), np.minimum(mean + radius, 1)]
    return np.stack(ends, axis=-1)
