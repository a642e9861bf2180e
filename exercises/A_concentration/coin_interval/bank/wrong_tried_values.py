"""You try values of q on a grid and take the outermost that fit. The ends are then right to a grid step only, and
always a little inside."""

import numpy as np


def kl(p, q):
    with np.errstate(divide="ignore", invalid="ignore"):
        heads = np.where(p > 0, p * np.log(p / q), 0)
        tails = np.where(p < 1, (1 - p) * np.log((1 - p) / (1 - q)), 0)
    return heads + tails


def coin_interval(mean, n, delta):
    level = np.log(2 / delta) / n
    q = np.linspace(0, 1, 10_001)
    rows = []
    for m in mean:
        inside = q[kl(np.full(q.shape, m), q) <= level]
        low, high = m, m
        if len(inside):
            low, high = min(m, inside[0]), max(m, inside[-1])
        rows.append((low, high))
    return np.array(rows)
