"""The 2 stands before the root, so under the root there is a 4. Compare with the chapter's formula
in round 100, with pencil and paper."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * 2 * np.sqrt(math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
