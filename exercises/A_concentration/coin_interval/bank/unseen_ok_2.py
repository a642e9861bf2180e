"""Plain Python, one run at a time; the high end from the mirrored coin."""
import math

import numpy as np


def _kl(p, q):
    value = 0.0
    if p > 0:
        value += p * math.log(p / q) if q > 0 else math.inf
    if p < 1:
        value += (1 - p) * math.log((1 - p) / (1 - q)) if q < 1 else math.inf
    return value


def _high(p, level):
    if p == 0:
        return -math.expm1(-level)
    good, bad = p, 1.0
    while bad - good > 1e-12:
        q = (good + bad) / 2
        if _kl(p, q) > level:
            bad = q
        else:
            good = q
    return good if p < 1 else 1.0


def coin_interval(mean, n, delta):
    level = math.log(2 / delta) / n
    rows = []
    for p in mean:
        p = float(p)
        # heads and tails change names
        rows.append((1 - _high(1 - p, level), _high(p, level)))
        if p == 0:
            rows[-1] = (0.0, rows[-1][1])
    return np.array(rows, dtype=float).reshape(-1, 2)
