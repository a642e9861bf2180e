"""Int array means np.int32, the normal integer; that is large enough for a number of tosses."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    r = gap / 2
    n = np.log(2 * n_coins / delta) / (2 * r**2)
    return np.ceil(n).astype(np.int32)
