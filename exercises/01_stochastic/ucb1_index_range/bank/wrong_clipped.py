"""You cut the index off at high. No mean can be above high, true, but then all arms whose index is
cut off tie, and the one known least no longer comes first."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    index = np.minimum(reward_mean + radius, high)
    return np.where(pulls > 0, index, np.inf)
