"""You make the result like the pulls. Where these are ints so is it, and the index is cut to whole numbers."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):

    index = np.zeros_like(pulls)
    tried = pulls > 0
    radius = np.sqrt(2 * np.log(t) / pulls[tried])
    index[tried] = reward_mean[tried] + (high - low) * radius
    if not tried.all():
        index[~tried] = np.inf
    return index
