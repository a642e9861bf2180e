"""I do not know which coin it is, so the larger of the two chances of error has to be at most delta."""
import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 1
    while n < 1000:
        k = np.arange(n + 1)
        a, b = binom.pmf(k, n, p), binom.pmf(k, n, q)
        says_p = a >= b
        error = max(a[~says_p].sum(), b[says_p].sum())
        if error <= delta:
            break
        n += 1
    return n
