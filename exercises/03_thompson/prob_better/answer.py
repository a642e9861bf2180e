"""A Beta law with whole parameters is the law of one of several uniform numbers put in order.

Beta(a, b) is the law of the a-th smallest of a + b - 1 uniform numbers. So paint n1 = a1 + b1 - 1 of
them red and n2 = a2 + b2 - 1 blue. X1 is the a1-th red one, X2 the a2-th blue one, and X1 > X2 says that
at least a2 blue ones lie below the a1-th red one. All orders of the colours are equally likely, so it is
a matter of counting: with j blue ones below, there are C(a1 - 1 + j, j) orders of what lies below and
C(b1 - 1 + n2 - j, n2 - j) of what lies above. Python's whole numbers do not overflow, and dividing two
of them rounds once.
"""

import math


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    ways = 0
    for below in range(a2, n2 + 1):
        ways += math.comb(a1 - 1 + below, below) * math.comb(b1 - 1 + n2 - below, n2 - below)
    return ways / math.comb(n1 + n2, n2)
