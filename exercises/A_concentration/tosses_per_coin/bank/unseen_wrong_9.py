"""Half a toss does not exist, so I round to the nearest whole number."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    radius = np.asarray(gap) / 2
    n = np.log(2 * n_coins / delta) / (2 * radius**2)
    return np.maximum(np.rint(n).astype(int), 1)
