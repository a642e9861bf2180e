"""Logarithms and NumPy: lgamma for all terms at once, shifted by the total before exp."""
import math

import numpy as np


def log_comb(n, k):
    lg = np.vectorize(math.lgamma, otypes=[float])
    return lg(n + 1) - lg(k + 1) - lg(n - k + 1)


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    j = np.arange(a2, n2 + 1)
    logs = (
        log_comb(a1 - 1 + j, j)
        + log_comb(b1 - 1 + n2 - j, n2 - j)
        - log_comb(n1 + n2, n1)
    )
    return float(np.exp(logs).sum())
