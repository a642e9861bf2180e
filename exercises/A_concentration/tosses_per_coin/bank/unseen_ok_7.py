"""No formula for n: a binary search for the smallest n whose radius fits, all gaps at once."""
import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    longest = np.asarray(gap, dtype=float) / 2
    share = delta / n_coins

    def radius(n):
        return np.sqrt(np.log(2 / share) / (2 * n))

    short = np.zeros(longest.shape, dtype=np.int64)  # too few
    enough = np.ones(longest.shape, dtype=np.int64)
    while (radius(enough) > longest).any():
        enough = np.where(radius(enough) > longest, 2 * enough, enough)
    while (enough - short > 1).any():
        middle = (short + enough) // 2
        middle = np.maximum(middle, 1)
        fits = radius(middle) <= longest
        enough = np.where(fits, middle, enough)
        short = np.where(fits, short, middle)
        short = np.minimum(short, enough - 1)
    return enough
