"""Misconception: the width belongs under the root, as if the variance grew with the width and not with its square."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = np.sqrt(2 * (high - low) * np.log(t) / np.maximum(pulls, 1))
    return np.where(pulls == 0, np.inf, reward_mean + radius)
