"""Array of distances, np.where on the exponent, one sum along the steps."""
import numpy as np


def least_goal(bonus, arrival, discount):
    k = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(k > 0, discount ** np.maximum(k, 0).astype(float), 0.0)
    return (weight * bonus).sum(axis=1)
