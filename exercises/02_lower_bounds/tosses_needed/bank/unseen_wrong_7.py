"""The best test errs with the smaller of the two probabilities at each number of heads; add them all up."""
import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 0
    error = 1.0
    while error > delta:
        n += 1
        k = np.arange(n + 1)
        error = np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum()
    return n
