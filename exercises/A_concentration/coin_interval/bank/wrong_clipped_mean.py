"""You keep the mean away from 0 and 1. That hides the symptom and not the mistake: near the ends
the interval still depends on the number you chose. Ask what the divergence compares with what."""

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
        far = kl(middle, mean) > level
        outside = np.where(far, middle, outside)
        inside = np.where(far, inside, middle)
    return inside


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    mean = np.clip(mean, 0.01, 0.99)
    ends = [edge(mean, end, level) for end in (0, 1)]
    return np.stack(ends, axis=-1)
