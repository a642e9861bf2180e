"""You added 1 to the number of pulls of every arm to avoid dividing by zero. It changes the radius
of the arms that were pulled, most of all where it matters, at few pulls."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / (pulls + 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
