"""Misconception: the best test says the coin whose probability is nearer to the share of heads."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    low, high = min(p, q), max(p, q)
    for n in range(1, 2000):
        k = np.arange(n + 1)
        says_high = k / n > (low + high) / 2
        wrong = binom.pmf(k, n, low)[says_high].sum()
        wrong += binom.pmf(k, n, high)[~says_high].sum()
        if wrong / 2 <= delta:
            return n
    return 2000
