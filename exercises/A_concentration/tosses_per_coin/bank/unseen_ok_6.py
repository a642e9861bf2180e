"""A loop with math.ceil that fills an array of the same shape; logs added up."""
import math

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    gap = np.asarray(gap, dtype=float)
    out = np.empty(gap.shape, dtype=np.int64)
    evidence = math.log(2) + math.log(n_coins) - math.log(delta)
    for where, g in np.ndenumerate(gap):
        out[where] = math.ceil(evidence / 2 / (g / 2) ** 2)
    return out
