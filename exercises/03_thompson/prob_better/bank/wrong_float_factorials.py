"""Your factorials leave the floating-point numbers at 170, and infinity over infinity is not a number. Use whole
numbers, or logarithms."""

import numpy as np


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    fact = np.ones(n1 + n2 + 1)
    fact[1:] = np.cumprod(np.arange(1.0, n1 + n2 + 1))

    def choose(n, k):
        return fact[n] / (fact[k] * fact[n - k])

    j = np.arange(a2, n2 + 1)
    below = choose(a1 - 1 + j, j)
    above = choose(b1 - 1 + n2 - j, n2 - j)
    return float((below * above).sum() / choose(n1 + n2, n1))
