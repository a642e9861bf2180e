"""Your gamma functions leave the range of floating-point numbers: (171)! is larger than any float.
Work with logarithms of them, or with Python's whole numbers, which have no largest one."""

import math


def prob_better(a1, b1, a2, b2):
    def beta(a, b):
        return math.gamma(a) * math.gamma(b) / math.gamma(a + b)

    base = beta(a2, b2)
    return sum(beta(a2 + i, b1 + b2) / ((b1 + i) * beta(1 + i, b1) * base) for i in range(a1))
