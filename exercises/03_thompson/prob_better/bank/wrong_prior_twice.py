"""You added 1 to every argument, as if they were counts of heads and tails. They are the parameters
of the posterior, so the prior is in them already and must not be counted twice."""

import math


def prob_better(a1, b1, a2, b2):
    a1, b1, a2, b2 = a1 + 1, b1 + 1, a2 + 1, b2 + 1
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    ways = 0
    for below in range(a2, n2 + 1):
        ways += math.comb(a1 - 1 + below, below) * math.comb(b1 - 1 + n2 - below, n2 - below)
    return ways / math.comb(n1 + n2, n2)
