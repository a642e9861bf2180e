"""One gap after the other, with math."""

import math

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    level = math.log(2) + math.log(n_coins) - math.log(delta)
    flat = [math.ceil(level / (2 * (g / 2) ** 2)) for g in gap.ravel().tolist()]
    return np.array(flat, dtype=np.int64).reshape(gap.shape)
