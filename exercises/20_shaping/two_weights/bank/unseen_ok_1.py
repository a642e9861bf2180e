"""Implicit differentiation with a linear solve."""
import numpy as np


def hypergradient(weights, curvature, centre):
    A1, A2 = curvature
    m1, m2 = centre
    w1, w2 = weights
    M = w1 * A1 + w2 * A2
    top = np.linalg.solve(M, w1 * A1 @ m1 + w2 * A2 @ m2)
    g1 = -A1 @ (top - m1)
    g2 = -A2 @ (top - m2)
    v = np.linalg.solve(M, g1)
    return np.array([v @ g1, v @ g2])
