"""Differentiates the closed form of the top (quotient rule for matrices) in a loop over k."""
import numpy as np


def hypergradient(weights, curvature, centre):
    mixed = sum(w * a for w, a in zip(weights, curvature))
    right = sum(w * a @ m for w, a, m in zip(weights, curvature, centre))
    top = np.linalg.solve(mixed, right)
    slope = -curvature[0] @ (top - centre[0])
    out = np.zeros(2)
    for k in range(2):
        move = np.linalg.solve(mixed, curvature[k] @ centre[k] - curvature[k] @ top)
        out[k] = slope @ move
    return out
