"""One run and one end at a time, with math."""

import math

import numpy as np


def kl(p, q):
    total = 0.0
    for a, b in ((p, q), (1 - p, 1 - q)):
        if a > 0:
            total += a * math.log(a / b) if b > 0 else math.inf
    return total


def coin_interval(mean, n, delta):
    result = np.zeros((len(mean), 2))
    for r, p in enumerate(mean.tolist()):
        for side in (0, 1):
            near, far = p, float(side)
            for _ in range(45):
                q = 0.5 * near + 0.5 * far
                if n * kl(p, q) <= math.log(2) - math.log(delta):
                    near = q
                else:
                    far = q
            result[r, side] = near
    return result
