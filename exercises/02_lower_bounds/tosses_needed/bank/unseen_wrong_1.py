"""Misconception: the chance of error is the sum of the two ways to err, without the chance 1/2 of each coin."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 2000):
        k = np.arange(n + 1)
        if np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum() <= delta:
            return n
    return 2000
