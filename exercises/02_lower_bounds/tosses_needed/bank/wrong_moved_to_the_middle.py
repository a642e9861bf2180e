"""You move both coins so that they lie about 1/2. Only their distance stays the same, and that is not all that counts:
near 0 and 1 a coin varies less, and the same distance is told apart sooner."""

import numpy as np
from scipy.stats import binom


def tosses_needed(p, q, delta):
    heads = 0.5 + abs(p - q) / 2
    for n in range(1, 2000):
        wrong = binom.cdf((n - 1) // 2, n, heads) + binom.pmf(n / 2, n, heads) / 2
        if wrong <= delta:
            return n
    return 2000
