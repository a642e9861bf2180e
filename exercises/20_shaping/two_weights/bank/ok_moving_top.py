"""First how the top moves, then how high the first hill is there."""

import numpy as np


def hypergradient(weights, curvature, centre):
    bowl = weights[0] * curvature[0] + weights[1] * curvature[1]
    pull = weights[0] * curvature[0] @ centre[0] + weights[1] * curvature[1] @ centre[1]
    top = np.linalg.solve(bowl, pull)
    one, two = (-curvature[k] @ (top - centre[k]) for k in (0, 1))
    moves = np.stack([np.linalg.solve(bowl, one), np.linalg.solve(bowl, two)])
    return moves @ one
