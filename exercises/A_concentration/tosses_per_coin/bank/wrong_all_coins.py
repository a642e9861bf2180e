"""You count the tosses of all coins together. The card asks for the tosses of one coin."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 * n_coins / delta) / gap**2
    return n_coins * np.ceil(enough).astype(int)
