"""Misconception: a fine grid gives the integral as exactly as one needs, so 1000 midpoints do for 9 decimals."""
import math

import numpy as np


def prob_better(a1, b1, a2, b2):
    x = (np.arange(1000) + 0.5) / 1000

    def mass(a, b):
        logp = (a - 1) * np.log(x) + (b - 1) * np.log1p(-x)
        p = np.exp(logp - logp.max())
        return p / p.sum()

    p1, p2 = mass(a1, b1), mass(a2, b2)
    below = np.cumsum(p2) - p2 / 2  # half of the ties
    return float(min(1.0, max(0.0, math.fsum(p1 * below))))
