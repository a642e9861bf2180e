"""Misconception: the radius scales with the largest possible reward, high, and not with the width high - low."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = high * np.sqrt(2 * np.log(t) / np.maximum(pulls, 1))
    return np.where(pulls == 0, np.inf, reward_mean + radius)
