"""You draw and count. A fixed seed makes the same error every time, it does not make it smaller: for one more digit
you need a hundred times the draws. There is a finite sum that is exact."""

import numpy as np


def prob_better(a1, b1, a2, b2):
    rng = np.random.default_rng(0)
    n = 200_000
    x1 = rng.beta(a1, b1, n)
    x2 = rng.beta(a2, b2, n)
    return float((x1 > x2).mean())
