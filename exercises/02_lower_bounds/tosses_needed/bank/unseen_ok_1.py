import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    """All n at once; the error is (1 - total variation) / 2."""
    n = np.arange(1, 1000)[:, None]
    k = np.arange(1000)
    distance = np.abs(binom.pmf(k, n, p) - binom.pmf(k, n, q)).sum(axis=1) / 2
    return int(np.argmax((1 - distance) / 2 <= delta)) + 1
