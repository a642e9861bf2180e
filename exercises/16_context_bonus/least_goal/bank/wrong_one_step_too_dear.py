"""The bonus right after the arrival is one step away, so it is discounted once. Yours is not discounted at all."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead > 0, discount ** np.maximum(ahead - 1, 0), 0.0)
    return (weight * bonus).sum(axis=1)
