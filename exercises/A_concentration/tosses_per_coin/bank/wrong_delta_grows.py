"""You give each coin K times delta, where its share is a K-th of it. With more coins your bars get
shorter, and n can even fall to nothing."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    enough = np.maximum(2 * np.log(2 / (n_coins * delta)) / gap**2, 1)
    return np.ceil(enough).astype(int)
