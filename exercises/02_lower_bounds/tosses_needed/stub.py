import numpy as np


def tosses_needed(p, q, delta):
    """The smallest n >= 1 for which the best test between two coins
    errs with a chance of at most delta.

    p, q: two numbers in (0, 1); delta in [0.01, 0.49]. An int.
    """
    raise NotImplementedError
