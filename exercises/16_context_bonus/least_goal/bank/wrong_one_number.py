"""You add up over the runs as well. Each run has an answer of its own: sum along the steps only."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead > 0, discount ** np.maximum(ahead, 0), 0.0)
    return (weight * bonus).sum()
