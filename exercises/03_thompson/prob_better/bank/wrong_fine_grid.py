"""You add up a fine grid. Where both beliefs are wide that is right to a few places, and nine were asked for; where
they are narrow it is worse. There is a finite sum that is exact."""

import math

import numpy as np


def density(a, b, x):
    const = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    return np.exp(const + (a - 1) * np.log(x) + (b - 1) * np.log(1 - x))


def prob_better(a1, b1, a2, b2):
    step = 0.005
    x = np.arange(step / 2, 1, step)
    p1 = density(a1, b1, x)
    p2 = density(a2, b2, x)
    p1 /= p1.sum()
    p2 /= p2.sum()
    below = np.cumsum(p2) - p2 / 2
    return float((p1 * below).sum())
