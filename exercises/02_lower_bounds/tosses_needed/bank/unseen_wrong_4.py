"""Misconception: n tosses can show 0 to n - 1 heads, which is what range(n) gives."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 2000):
        k = np.arange(n)
        if np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum() / 2 <= delta:
            return n
    return 2000
