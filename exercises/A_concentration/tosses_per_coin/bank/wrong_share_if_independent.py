"""You share delta as if the coins were independent, 1 - (1 - delta)^(1/K). That may be right for these coins, but the
card asks for the union bound, which needs no independence: an equal share of delta."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    share = 1 - (1 - delta) ** (1 / n_coins)
    return np.ceil(2 * np.log(2 / share) / gap**2).astype(int)
