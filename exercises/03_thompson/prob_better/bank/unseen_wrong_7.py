"""The posterior has the prior's one on top: alpha = 1 + a and beta = 1 + b, as in the lecture."""
from math import comb


def prob_better(a1, b1, a2, b2):
    a1, b1, a2, b2 = a1 + 1, b1 + 1, a2 + 1, b2 + 1  # uniform prior
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    total = 0
    for j in range(a2, n2 + 1):
        total += comb(a1 - 1 + j, j) * comb(b1 - 1 + n2 - j, n2 - j)
    return total / comb(n1 + n2, n1)
