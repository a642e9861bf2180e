"""X1 is the larger one as long as fewer than a2 blue numbers lie below it: then X2 has not come yet."""
from math import comb


def prob_better(a1, b1, a2, b2):
    n1 = a1 + b1 - 1
    n2 = a2 + b2 - 1
    ways = sum(
        comb(a1 - 1 + j, j) * comb(b1 - 1 + n2 - j, n2 - j)
        for j in range(a2)
    )
    return ways / comb(n1 + n2, n1)
