"""The bar has to be as short as the gap: set Hoeffding's radius equal to gap."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    share = delta / n_coins
    n = np.log(2 / share) / (2 * gap**2)
    return np.ceil(n).astype(int)
