"""Misconception: an even number of tosses is never needed for any two coins, so that it is enough to try the odd ones."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 2000, 2):
        k = np.arange(n + 1)
        if np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum() / 2 <= delta:
            return n
    return 2001
