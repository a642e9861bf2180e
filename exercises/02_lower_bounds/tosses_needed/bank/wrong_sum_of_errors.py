"""You ask that the two chances of error add up to at most delta. The chance of error is their mean:
each coin lies there with chance 1/2. So you toss longer than needed."""

import numpy as np
from scipy.stats import binom


def error(p, q, n):
    heads = np.arange(n + 1)
    return np.minimum(binom.pmf(heads, n, p), binom.pmf(heads, n, q)).sum()


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
