"""Your bars are as long as the gap. Two of them that point at each other overlap: a bad coin may
then look better than the best one although no bar missed."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = np.log(2 * n_coins / delta) / (2 * gap**2)
    return np.ceil(enough).astype(int)
