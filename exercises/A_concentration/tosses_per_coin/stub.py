import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array.

    gap: array of floats in [0.00001, 1]; n_coins: int >= 1;
    delta: a number in (0, 1).
    """
    raise NotImplementedError
