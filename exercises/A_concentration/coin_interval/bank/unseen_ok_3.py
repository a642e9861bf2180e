"""Recursive halving over the whole numbers 0 ... 2^40: q is a fraction."""
import math

import numpy as np

PARTS = 2**40


def _cost(p, k):
    heads = 0.0 if p == 0 else (math.inf if k == 0 else -p * math.log(k / PARTS / p))
    if p == 1:
        return heads
    if k == PARTS:
        return math.inf
    return heads - (1 - p) * math.log((PARTS - k) / PARTS / (1 - p))


def _search(p, level, near, far):
    """near satisfies the promise (or is the mean), far does not."""
    if abs(far - near) <= 1:
        return near
    k = (near + far) // 2
    if _cost(p, k) <= level:
        return _search(p, level, k, far)
    return _search(p, level, near, k)


def coin_interval(mean, n, delta):
    level = math.log(2 / delta) / n
    out = np.empty((len(mean), 2))
    for i, p in enumerate(map(float, mean)):
        start = round(p * PARTS)
        low = 0 if p == 0 else _search(p, level, start, 0)
        high = PARTS if p == 1 else _search(p, level, start, PARTS)
        out[i] = low / PARTS, high / PARTS
    return out
