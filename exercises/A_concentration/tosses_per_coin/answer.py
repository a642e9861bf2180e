"""Three numbers, then algebra.

A bar may be gap / 2 long: a good share too low by that much and a bad one too high by that much
just meet. One bar may miss with probability delta / K, because K misses of that size add up to
delta at most. A bar of n rewards has the length sqrt(log(2 / share) / (2 n)); set it equal to
gap / 2 and solve for n.

The number of coins stands inside a logarithm: a hundred times as many coins do not need twice the
tosses each. The gap stands outside, squared: half the gap, four times the tosses.
"""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    share = delta / n_coins
    bar = gap / 2
    enough = np.log(2 / share) / (2 * bar**2)
    return np.ceil(enough).astype(int)
