"""dtheta/dw = -H^-1 g_k as in the chapter, and H is the curvature w1 A1 + w2 A2."""
import numpy as np


def hypergradient(weights, curvature, centre):
    mixed = weights[0] * curvature[0] + weights[1] * curvature[1]
    right = weights[0] * curvature[0] @ centre[0] + weights[1] * curvature[1] @ centre[1]
    top = np.linalg.solve(mixed, right)
    grads = np.array([-curvature[k] @ (top - centre[k]) for k in range(2)])
    return np.array([-grads[0] @ np.linalg.solve(mixed, grads[k]) for k in range(2)])
