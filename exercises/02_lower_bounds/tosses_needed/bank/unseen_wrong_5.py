"""Misconception: a test errs with at most delta only if each of its two errors is at most delta."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 2000):
        k = np.arange(n + 1)
        under_p, under_q = binom.pmf(k, n, p), binom.pmf(k, n, q)
        says_p = under_p >= under_q
        if max(under_p[~says_p].sum(), under_q[says_p].sum()) <= delta:
            return n
    return 2000
