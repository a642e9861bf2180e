"""A wrong coin wins by one side of its bar only, so the tail is exp(-2 n r^2) <= delta / K, without the 2."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    r = gap / 2
    n = np.log(n_coins / delta) / (2 * r**2)
    return np.ceil(n).astype(int)
