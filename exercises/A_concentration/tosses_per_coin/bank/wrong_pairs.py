"""Your union bound runs over the pairs of coins. The promise is about single shares, one event for
each coin; K of them cover every pair."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    pairs = max(n_coins * (n_coins - 1) // 2, 1)
    enough = 2 * np.log(2 * pairs / delta) / gap**2
    return np.ceil(enough).astype(int)
