"""Your numbers are whole, but of type float. Tosses are counted: hand back an array of ints."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    return np.ceil(2 * np.log(2 * n_coins / delta) / gap**2)
