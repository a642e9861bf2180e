"""You take the largest of the bonuses ahead. Going on collects all of them."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead > 0, discount ** np.maximum(ahead, 0), 0.0)
    return (weight * bonus).max(axis=1)
