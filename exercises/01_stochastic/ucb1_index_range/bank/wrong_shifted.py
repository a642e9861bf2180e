"""You subtracted low from the mean and did not add it back. The order of the arms survives, but the
index is no longer a plausible mean reward in the units given."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean - low + radius, np.inf)
