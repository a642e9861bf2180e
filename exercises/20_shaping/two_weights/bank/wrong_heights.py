"""The weights move the top; the height of each hill is not how the first one changes."""

import numpy as np


def hypergradient(weights, curvature, centre):
    bowl = weights[0] * curvature[0] + weights[1] * curvature[1]
    pull = weights[0] * curvature[0] @ centre[0] + weights[1] * curvature[1] @ centre[1]
    top = np.linalg.solve(bowl, pull)
    one, two = (-curvature[k] @ (top - centre[k]) for k in (0, 1))
    off = top - centre
    return np.array([-0.5 * off[k] @ curvature[k] @ off[k] for k in (0, 1)])
