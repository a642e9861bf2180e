"""Solve by recursion over the axes; each number corrected step by step."""
import math

import numpy as np


def _promised(n, gap, n_coins, delta):
    miss_of_one = 2 * math.exp(-n * gap * gap / 2)
    return miss_of_one <= delta / n_coins


def _solve(gap, n_coins, delta):
    if gap.ndim:
        parts = [_solve(part, n_coins, delta) for part in gap]
        return np.array(parts, dtype=np.int64).reshape(gap.shape)
    g = float(gap)
    n = max(1, int(math.log(2 * n_coins / delta) / (g * g / 2)))
    while not _promised(n, g, n_coins, delta):
        n += 1
    while n > 1 and _promised(n - 1, g, n_coins, delta):
        n -= 1
    return np.array(n)


def tosses_per_coin(gap, n_coins, delta):
    return _solve(np.asarray(gap), n_coins, delta)
