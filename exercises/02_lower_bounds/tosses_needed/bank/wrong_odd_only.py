"""You try odd numbers of tosses only. For coins that are symmetric about 1/2 an even number brings nothing; for others
it does."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 2000, 2):
        k = np.arange(n + 1)
        if np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum() / 2 <= delta:
            return n
    return 2001
