"""The tosses for a gap of 1, scaled."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    unit = np.log((2 * n_coins / delta) ** 2)
    return np.ceil(unit * (1.0 / gap) * (1.0 / gap)).astype("int64")
