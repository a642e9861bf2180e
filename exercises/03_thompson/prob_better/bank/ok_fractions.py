"""Exact fractions, term by term: each is the last one times a ratio."""

from fractions import Fraction


def prob_better(a1, b1, a2, b2):
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    term = Fraction(1)  # that all blue numbers lie below the a1-th red one
    for i in range(b1):
        term *= Fraction(n1 - i, n1 + n2 - i)
    prob = Fraction(0)
    for below in range(n2, a2 - 1, -1):
        prob += term
        above = n2 - below
        if below > 0:
            term *= Fraction(below * (b1 + above), (a1 - 1 + below) * (above + 1))
    return float(prob)
