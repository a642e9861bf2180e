"""You double n until it is enough and stop there. That finds a number that will do, at most twice
too large; the smallest lies between the last two that you tried."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 1
    while True:
        heads = np.arange(n + 1)
        if np.minimum(binom.pmf(heads, n, p), binom.pmf(heads, n, q)).sum() / 2 <= delta:
            return n
        n *= 2
