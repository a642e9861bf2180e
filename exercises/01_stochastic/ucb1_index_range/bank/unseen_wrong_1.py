"""Misconception: it is enough to map the rewards to [0, 1] and run the chapter's UCB1; the index is left in those units."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    z = (reward_mean - low) / (high - low)
    radius = np.sqrt(2 * np.log(t) / np.maximum(pulls, 1))
    return np.where(pulls == 0, np.inf, z + radius)
