"""You used 1 - delta where delta belongs. Delta is the probability of a miss: the smaller it is,
the more tosses it takes."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 * n_coins / (1 - delta)) / gap**2
    return np.ceil(enough).astype(int)
