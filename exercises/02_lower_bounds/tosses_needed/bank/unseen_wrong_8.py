"""Only the distance of the coins counts: gap = |p - q|/2, and then the chapter's test_error(n, gap) gives the chance of error."""
import numpy as np
from scipy.stats import binom


def test_error(n, gap):
    heads = 0.5 + gap
    wrong = binom.cdf((n - 1) // 2, n, heads)
    tie = binom.pmf(n / 2, n, heads)
    return wrong + tie / 2


def tosses_needed(p, q, delta):
    gap = abs(p - q) / 2
    n = 1
    while test_error(n, gap) > delta:
        n += 1
    return n
