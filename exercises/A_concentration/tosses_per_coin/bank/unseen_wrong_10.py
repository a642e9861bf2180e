"""The coins are independent, so all bars hold with (1 - share)^K: solve that exactly for the share."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    share = 1 - (1 - delta) ** (1 / n_coins)
    n = np.log(2 / share) / (2 * (gap / 2) ** 2)
    return np.ceil(n).astype(np.int64)
