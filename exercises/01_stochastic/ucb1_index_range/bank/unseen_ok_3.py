import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    r = (high - low) * (2 * np.log(t) / np.maximum(pulls, 1)) ** 0.5
    return np.where(pulls > 0, reward_mean + r, np.inf)
