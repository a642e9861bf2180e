"""Misconception: To see a gap, each share must be right to within the gap."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    need = np.log(2 * n_coins / delta)
    return np.ceil(need / (2 * gap**2)).astype(int)
