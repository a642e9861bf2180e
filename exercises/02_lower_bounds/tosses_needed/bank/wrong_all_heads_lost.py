"""Your sum over the number of heads leaves out the case that every toss shows heads. With n tosses
there are n + 1 possible numbers of heads. With few tosses the missing one matters."""

import numpy as np
from scipy.stats import binom


def error(p, q, n):
    heads = np.arange(n)
    return np.minimum(binom.pmf(heads, n, p), binom.pmf(heads, n, q)).sum() / 2


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
