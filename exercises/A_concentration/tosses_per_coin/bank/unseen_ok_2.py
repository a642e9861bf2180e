"""Pure Python numbers in a list, then the shape put back."""
import math

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    need = math.log(2) + math.log(n_coins) - math.log(delta)
    flat = [math.ceil(2 * need / float(g) / float(g)) for g in np.ravel(gap)]
    return np.array(flat, dtype=int).reshape(np.shape(gap))
