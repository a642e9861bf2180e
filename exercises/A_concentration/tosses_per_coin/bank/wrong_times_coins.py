"""You multiply the tosses by the number of coins. That tosses K times as often to be K times as
sure, but certainty is cheap: each coin needs a smaller chance of a miss, and that stands inside the
logarithm."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * n_coins * np.log(2 / delta) / gap**2
    return np.ceil(enough).astype(int)
