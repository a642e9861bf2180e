"""The top is where the two slopes cancel: a steeper hill pulls it nearer, and not only a heavier one."""

import numpy as np


def hypergradient(weights, curvature, centre):
    bowl = weights[0] * curvature[0] + weights[1] * curvature[1]
    top = (weights[0] * centre[0] + weights[1] * centre[1]) / (weights[0] + weights[1])
    one, two = (-curvature[k] @ (top - centre[k]) for k in (0, 1))
    return np.array([one @ np.linalg.solve(bowl, one), one @ np.linalg.solve(bowl, two)])
