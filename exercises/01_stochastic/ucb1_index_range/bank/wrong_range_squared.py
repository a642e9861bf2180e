"""Your radius grows with the square of the range. A variance does that; a radius is in the units of
the rewards. Count in cents instead of euros: it must become 100 times as large, not 10,000
times."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) ** 2 * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
