"""Vectorised, the formula solved on paper: 2 log(2K / delta) / gap^2."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    return np.ceil(2 * np.log(2 * n_coins / delta) / gap**2).astype(int)
