"""Misconception: only the distance of the coins matters, so any pair may be moved to lie about 1/2 and the chapter's test_error used."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    heads = 0.5 + abs(p - q) / 2
    for n in range(1, 2000):
        wrong = binom.cdf((n - 1) // 2, n, heads) + binom.pmf(n / 2, n, heads) / 2
        if wrong <= delta:
            return n
    return 2000
