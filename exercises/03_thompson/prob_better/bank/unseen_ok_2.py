from fractions import Fraction


def prob_better(a1, b1, a2, b2):
    """Exact: the next term from the last one by a ratio of whole numbers."""
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    term = Fraction(1)
    for i in range(a2):  # all of the first a2 in the mixed row are of kind 2
        term *= Fraction(n2 - i, n1 + n2 - i)
    total = Fraction(0)
    for k in range(a1):
        total += term
        term *= Fraction((a2 + k) * (n1 - k), (k + 1) * (n1 + n2 - a2 - k))
    return float(total)
