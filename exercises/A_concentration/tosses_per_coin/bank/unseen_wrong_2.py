"""Misconception: Hoeffding's e^(-2 n r^2) is the chance of a miss to either side, so no 2 is needed."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    need = np.log(n_coins / delta)
    return np.ceil(2 * need / gap**2).astype(int)
