"""Pure math, one coin at a time; the low end by the mirror (heads and tails change places), ends in closed form."""
import math

import numpy as np


def divergence(p, q):
    total = 0.0
    for a, b in ((p, q), (1 - p, 1 - q)):
        if a > 0:
            total += a * math.log(a / b) if b > 0 else math.inf
    return total


def upper(p, level):
    if p >= 1:
        return 1.0
    if p <= 0:
        return -math.expm1(-level)
    low, high = p, 1.0
    while high - low > 1e-12:
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if divergence(p, middle) <= level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def coin_interval(mean, n, delta):
    level = math.log(2 / delta) / n
    out = np.zeros((len(mean), 2))
    for i, m in enumerate(mean):
        m = float(m)
        out[i] = 1 - upper(1 - m, level), upper(m, level)
    # 1 - (1 - m) rounding: keep the exact ends
    out[mean == 0, 0] = 0.0
    out[mean == 1, 1] = 1.0
    return out
