"""That is the probability that arm 2 is the better one. Test it with an arm that is plainly better,
such as 9 heads imagined against 1."""

import math


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    ways = 0
    for below in range(a2):
        ways += math.comb(a1 - 1 + below, below) * math.comb(b1 - 1 + n2 - below, n2 - below)
    return ways / math.comb(n1 + n2, n2)
