"""You stretched the mean as well. The mean is given in the units of the rewards already; only its
uncertainty must be brought to them."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, (high - low) * (reward_mean + radius), np.inf)
