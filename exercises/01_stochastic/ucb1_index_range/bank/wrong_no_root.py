"""The root is missing, or covers only the logarithm. The error of a mean falls like one over the
root of the number of pulls, so the pulls belong under the root too."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t)) / np.maximum(pulls, 1)
    return np.where(pulls > 0, reward_mean + radius, np.inf)
