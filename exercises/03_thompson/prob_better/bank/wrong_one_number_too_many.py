"""You count orders of a + b numbers for each belief. Beta(a, b) is the law of the a-th smallest of one number fewer:
Beta(1, 1) is a single uniform number."""

import math


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1, a2 + b2
    good = 0
    for k in range(a1):
        good += math.comb(a2 - 1 + k, k) * math.comb(n1 - k + n2 - a2, n1 - k)
    return good / math.comb(n1 + n2, n1)
