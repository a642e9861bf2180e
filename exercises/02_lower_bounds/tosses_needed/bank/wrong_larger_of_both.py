"""You add up the larger of the two probabilities for each number of heads. That is how often the
best test is right, not how often it errs, so your error never gets small; you then stop at a limit
of your own."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    for n in range(1, 1000):
        heads = np.arange(n + 1)
        if np.maximum(binom.pmf(heads, n, p), binom.pmf(heads, n, q)).sum() / 2 <= delta:
            return n
    return 1000
