"""The gradient of what the agent climbs, w1 grad h1 + w2 grad h2, times how the top moves."""
import numpy as np


def hypergradient(weights, curvature, centre):
    mixed = weights[0] * curvature[0] + weights[1] * curvature[1]
    right = weights[0] * curvature[0] @ centre[0] + weights[1] * curvature[1] @ centre[1]
    top = np.linalg.solve(mixed, right)
    grads = np.array([-curvature[k] @ (top - centre[k]) for k in range(2)])
    outer = weights[0] * grads[0] + weights[1] * grads[1]
    return np.array([outer @ np.linalg.solve(mixed, grads[k]) for k in range(2)])
