"""You ask that the larger of the two chances of error is at most delta. Asked was their mean; for
coins that are not symmetric about 1/2 the best test errs more often with one of them."""

import numpy as np
from scipy.stats import binom


def error(p, q, n):
    heads = np.arange(n + 1)
    one, other = binom.pmf(heads, n, p), binom.pmf(heads, n, q)
    says_q = other > one
    return max(one[says_q].sum(), other[~says_q].sum())


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
