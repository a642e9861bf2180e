"""Your radius ignores the range. A mean of rewards between 0 and 100 is a hundred times as
uncertain as one of rewards between 0 and 1; the radius must grow with the range, or UCB1 stops
exploring."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
