"""You count an arm never pulled as if it had been pulled once. Its index is then finite, and
another arm may be pulled before it."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return reward_mean + radius
