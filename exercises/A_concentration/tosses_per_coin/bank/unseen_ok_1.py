"""Search by halving for the smallest n whose sum of K chances is below delta."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    gap = np.asarray(gap, dtype=float)
    too_few = np.zeros(gap.shape, dtype=np.int64)
    enough = np.ones(gap.shape, dtype=np.int64)

    def broken(n):
        return n_coins * 2 * np.exp(-2 * n * (gap / 2) ** 2) > delta

    while np.any(broken(enough)):
        enough = np.where(broken(enough), 2 * enough, enough)
    while np.any(enough - too_few > 1):
        middle = (too_few + enough) // 2
        bad = broken(middle)
        too_few = np.where(bad, middle, too_few)
        enough = np.where(bad, enough, middle)
    return enough
