"""Floor of the negative, by logs of ratios, unsigned 64-bit whole numbers."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    exponent = np.log(delta / n_coins / 2)  # of the chance, negative
    n = -np.floor_divide(exponent, np.square(gap) / 2)
    return np.asarray(n, dtype=np.uint64)
