"""einsum over k and an explicit inverse."""
import numpy as np


def hypergradient(weights, curvature, centre):
    mixed_inverse = np.linalg.inv(np.einsum("k,kij->ij", weights, curvature))
    pulls = np.einsum("k,kij,kj->i", weights, curvature, centre)
    top = mixed_inverse @ pulls
    slopes = -np.einsum("kij,kj->ki", curvature, top - centre)
    return slopes @ mixed_inverse @ slopes[0]
