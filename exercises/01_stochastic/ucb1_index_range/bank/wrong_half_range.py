"""You stretch the radius by half of the range, as if it reached from the middle to either end.
Hoeffding's inequality, and the chapter's radius for [0, 1], take the whole width."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) / 2 * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
