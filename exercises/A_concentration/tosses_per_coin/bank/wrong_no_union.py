"""Every coin gets the whole of delta. Each single bar then keeps its promise, but K bars have K
chances to miss, and all K must hold together."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = 2 * np.log(2 / delta) / gap**2
    return np.ceil(enough).astype(int)
