"""Two loops and `math` only, over a flat view."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    index = np.empty(reward_mean.shape)
    for place in np.ndindex(reward_mean.shape):
        if pulls[place] == 0:
            index[place] = math.inf
        else:
            variance = 2 * math.log(t) / pulls[place]
            index[place] = reward_mean[place] + (high - low) * variance**0.5
    return index
