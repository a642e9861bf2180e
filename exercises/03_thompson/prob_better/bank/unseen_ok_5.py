"""A loop over exact Fractions, each term from the one before it (no binomials inside the loop)."""
from fractions import Fraction
from math import comb


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    # term of j = 0: no blue number below X1
    term = Fraction(comb(b1 - 1 + n2, n2), comb(n1 + n2, n1))
    worse = Fraction(0)
    for j in range(a2):
        worse += term
        # j -> j + 1
        left = n2 - j  # blue numbers still above X1
        if left > 0:
            term *= Fraction((a1 + j) * left, (j + 1) * (b1 - 1 + left))
    return float(1 - worse)
