"""Your bars are a quarter of the gap. It keeps the promise, at four times the price: two bars that
are half as long as the gap just meet, and need be no shorter."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 8 * np.log(2 * n_coins / delta) / gap**2
    return np.ceil(enough).astype(int)
