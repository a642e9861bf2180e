"""Goes up from n = 1, half the sum of the smaller binomial probability, with scipy."""
import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 1
    while True:
        k = np.arange(n + 1)
        if np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum() / 2 <= delta:
            return n
        n += 1
