"""You return the last number of tosses that is not yet enough, one short of the first that is."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 0
    while True:
        heads = np.arange(n + 2)
        if np.minimum(binom.pmf(heads, n + 1, p), binom.pmf(heads, n + 1, q)).sum() / 2 <= delta:
            return max(n, 1)
        n += 1
