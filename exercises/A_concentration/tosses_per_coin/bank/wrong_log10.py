"""You took the logarithm to base 10. Hoeffding's bound is an exponential with base e, and solving
it gives the natural logarithm."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log10(2 * n_coins / delta) / gap**2
    return np.ceil(enough).astype(int)
