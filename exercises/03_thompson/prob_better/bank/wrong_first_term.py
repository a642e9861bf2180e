"""Your sum lacks its first term, the case in which only just enough lies below. Two equal beliefs
must give exactly 1/2."""

import math


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    ways = 0
    for below in range(a2 + 1, n2 + 1):
        ways += math.comb(a1 - 1 + below, below) * math.comb(b1 - 1 + n2 - below, n2 - below)
    return ways / math.comb(n1 + n2, n2)
