"""You return a float. A number of tosses is a whole number: return an int."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 1
    while True:
        heads = np.arange(n + 1)
        if np.minimum(binom.pmf(heads, n, p), binom.pmf(heads, n, q)).sum() / 2 <= delta:
            return float(n)
        n += 1
