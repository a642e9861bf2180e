"""You share delta among K - 1 coins. The best coin's own share of heads can stray as well, and then it is not named:
all K bars must hold."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    wrong = max(n_coins - 1, 1)
    return np.ceil(2 * np.log(2 * wrong / delta) / gap**2).astype(int)
