"""Central differences of the height at the top."""

import numpy as np


def height(weights, curvature, centre):
    bowl = weights[0] * curvature[0] + weights[1] * curvature[1]
    pull = weights[0] * curvature[0] @ centre[0] + weights[1] * curvature[1] @ centre[1]
    off = np.linalg.solve(bowl, pull) - centre[0]
    return -0.5 * off @ curvature[0] @ off


def hypergradient(weights, curvature, centre):
    out = np.zeros(2)
    for k in (0, 1):
        h = np.zeros(2)
        h[k] = 1e-5
        up, down = height(weights + h, curvature, centre), height(weights - h, curvature, centre)
        out[k] = (up - down) / 2e-5
    return out
