"""You round to the nearest whole number. In half of the cases that is one toss too few."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 * n_coins / delta) / gap**2
    return np.round(enough).astype(int)
