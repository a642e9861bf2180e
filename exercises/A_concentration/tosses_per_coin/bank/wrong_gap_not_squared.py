"""The gap is not squared. The error of a share falls with the root of n, so half the gap needs four
times the tosses, not twice as many."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 * n_coins / delta) / gap
    return np.ceil(enough).astype(int)
