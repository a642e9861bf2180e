"""You took the logarithm to base 10. The radius comes from solving an exponential bound for its
width, and that gives the natural logarithm."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log10(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
