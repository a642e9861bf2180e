"""The best test says the coin whose probability is nearer to the share of heads, so it cuts at (p + q)/2."""
import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    small, large = min(p, q), max(p, q)
    middle = (p + q) / 2
    for n in range(1, 1000):
        k = np.arange(n + 1)
        said = np.where(k / n > middle, binom.pmf(k, n, small), binom.pmf(k, n, large))
        if said.sum() / 2 <= delta:
            return n
    return 1000
