"""Misconception: Only the K - 1 wrong coins can go wrong, so delta is shared among K - 1."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    wrong = max(n_coins - 1, 1)
    return np.ceil(2 * np.log(2 * wrong / delta) / gap**2).astype(int)
