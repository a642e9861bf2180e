"""Changes its arguments as it goes, which is unkind to a caller but gives the right index."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    never = pulls < 1
    pulls[never] = 1
    reward_mean += (high - low) * np.sqrt(np.log(t**2) / pulls)
    reward_mean[never] = float("inf")
    return reward_mean
