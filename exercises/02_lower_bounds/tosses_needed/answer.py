"""The best test errs where the two laws overlap.

On k heads the best test says the coin that makes k likelier, and errs if it was the other one. That
has the chance of the less likely of the two, halved, because each coin has chance 1/2. Summed over k
it is half of the overlap of the two binomial laws, (1 - total variation)/2. The error never rises
with n, for a test of n + 1 tosses may ignore the last one; so the first n that will do is the
smallest.
"""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    n = 1
    while True:
        heads = np.arange(n + 1)
        overlap = np.minimum(binom.pmf(heads, n, p), binom.pmf(heads, n, q))
        if overlap.sum() / 2 <= delta:
            return n
        n += 1
