"""You discount from the start of the episode. The goal is paid at the arrival, so compare at the arrival: k steps after
it."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead > 0, discount ** np.arange(bonus.shape[1]), 0.0)
    return (weight * bonus).sum(axis=1)
