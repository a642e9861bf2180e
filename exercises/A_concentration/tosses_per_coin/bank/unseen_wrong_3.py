"""Misconception: The coins are independent, so the fair share of delta is 1 - (1 - delta)^(1/K)."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    share = 1 - (1 - delta) ** (1 / n_coins)
    return np.ceil(2 * np.log(2 / share) / gap**2).astype(int)
