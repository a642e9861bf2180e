"""You asked how likely arm 1 is to beat the mean of arm 2, as if that were known. Arm 2 is
uncertain as well, and may lie on either side of its mean."""

import math


def prob_better(a1, b1, a2, b2):
    n, m = a1 + b1 - 1, a2 / (a2 + b2)
    return sum(math.comb(n, j) * m**j * (1 - m) ** (n - j) for j in range(a1))
