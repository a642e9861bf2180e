"""The squared width under the root, with its 2 written as 1/2 of 4, and a mask set in place."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    width = high - low
    index = np.full(np.shape(reward_mean), np.inf)
    seen = pulls != 0
    under = 0.5 * width**2 * 4 * math.log(t) / pulls[seen]
    index[seen] = reward_mean[seen] + np.sqrt(under)
    return index
