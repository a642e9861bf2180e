"""The floor of the negative number, and unsigned ints."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    one_half = np.sqrt(np.log(2 * n_coins / delta) / 2)
    real = (one_half * 2 / gap) ** 2
    return (-np.floor(-real)).astype(np.uint64)
