"""You integrate over a grid of a hundred points. A narrow posterior falls between them, and even a
wide one comes out right to a few digits only; the exact value was asked for."""

import numpy as np


def prob_better(a1, b1, a2, b2):
    x = (np.arange(100) + 0.5) / 100
    first = x ** (a1 - 1.0) * (1 - x) ** (b1 - 1.0)
    second = x ** (a2 - 1.0) * (1 - x) ** (b2 - 1.0)
    below = np.cumsum(second) - second / 2
    return float((first * below).sum() / (first.sum() * second.sum()))
