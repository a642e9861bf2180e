"""The bonus of the arrival's own step is paid on both ways: it does not speak against the goal. Count later steps only."""

import numpy as np


def least_goal(bonus, arrival, discount):
    ahead = np.arange(bonus.shape[1]) - arrival[:, None]
    weight = np.where(ahead >= 0, discount ** np.maximum(ahead, 0), 0.0)
    return (weight * bonus).sum(axis=1)
