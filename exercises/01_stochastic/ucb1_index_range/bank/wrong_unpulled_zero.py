"""Arms never pulled get 0, which looks like a mean and is none. If all rewards are above 0 such an
arm may never be tried. Nothing is known of it, so nothing is implausible."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, 0.0)
