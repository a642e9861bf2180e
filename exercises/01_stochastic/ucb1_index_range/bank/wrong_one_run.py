"""Your function treats the arrays as one run with a single axis. With R runs they have the axes (R,
K); write the formula for whole arrays and it serves both."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    index = np.full(len(reward_mean), np.inf)
    for k in range(len(reward_mean)):
        if pulls[k] > 0:
            index[k] = reward_mean[k] + (high - low) * math.sqrt(2 * math.log(t) / pulls[k])
    return index
