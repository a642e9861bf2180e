"""Misconception: The nearest whole number is the smallest that will do."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    need = np.log(2 * n_coins / delta)
    return np.rint(2 * need / gap**2).astype(int)
