"""The variance grows with the range, so the range belongs under the root, beside the 2 log t."""
import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):

    pulls = np.asarray(pulls, dtype=float)
    width = high - low
    never = pulls == 0
    radius = np.sqrt(2 * width * np.log(t) / np.where(never, 1, pulls))
    return np.where(never, np.inf, reward_mean + radius)
