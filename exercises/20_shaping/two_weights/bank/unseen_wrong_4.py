"""The top of a mixture is the weighted mean of the two centres."""
import numpy as np


def hypergradient(weights, curvature, centre):
    mixed = weights[0] * curvature[0] + weights[1] * curvature[1]
    top = (weights[0] * centre[0] + weights[1] * centre[1]) / (weights[0] + weights[1])
    grads = np.array([-curvature[k] @ (top - centre[k]) for k in range(2)])
    return np.array([grads[0] @ np.linalg.solve(mixed, grads[k]) for k in range(2)])
