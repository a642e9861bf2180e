"""Your n is one too large. The smallest number that keeps the promise is wanted; try the card's
example."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 * n_coins / delta) / gap**2
    return np.ceil(enough).astype(int) + 1
