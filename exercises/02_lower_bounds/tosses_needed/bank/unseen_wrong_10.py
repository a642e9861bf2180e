"""An even number of tosses is never needed because of ties, so I look at odd n only."""
import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 1001, 2):
        k = np.arange(n + 1)
        error = np.minimum(binom.pmf(k, n, p), binom.pmf(k, n, q)).sum() / 2
        if error <= delta:
            return n
