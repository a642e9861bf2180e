"""You cut the real number off. One toss fewer than enough is not enough: the bar is then a little
too long."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 * n_coins / delta) / gap**2
    return enough.astype(int)
