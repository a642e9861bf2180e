"""You stretch the radius by the upper end of the range. Add 1000 to every reward: nothing has
become less certain, yet your radius grows. What counts is how far apart the ends are."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = high * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
