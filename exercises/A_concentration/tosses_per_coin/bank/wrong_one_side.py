"""Your bars hold on one side only. The card asks that every share lies within its bar above and
below; Hoeffding pays delta once for each of the two."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(n_coins / delta) / gap**2
    return np.ceil(enough).astype(int)
