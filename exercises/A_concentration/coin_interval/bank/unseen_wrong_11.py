"""A divergence has no direction that counts more: q is too far only if both directions say so."""
import numpy as np


def kl(p, q):
    """p log(p/q) + (1-p) log((1-p)/(1-q)), with 0 log 0 = 0."""
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(p > 0, p * np.log(p / q), 0)
        tails = np.where(p < 1, (1 - p) * np.log((1 - p) / (1 - q)), 0)
    return heads + tails


def edge(mean, end, level):
    """Halve between mean and end, 60 times, to where kl is level."""
    inside, outside = mean, np.full_like(mean, end)
    for _ in range(60):
        middle = (inside + outside) / 2
        both = np.minimum(kl(middle, mean), kl(mean, middle))
        far = both > level
        outside = np.where(far, middle, outside)
        inside = np.where(far, inside, middle)
    return inside


def coin_interval(mean, n, delta):
    """Low and high end (R, 2) for means (R,) of n rewards."""
    level = np.log(2 / delta) / n
    ends = [edge(mean, end, level) for end in (0, 1)]
    return np.stack(ends, axis=-1)
