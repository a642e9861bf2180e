"""The range went under the root, so your radius grows only with the root of the range. Count in
cents instead of euros: the radius must become 100 times as large, not 10 times."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = np.sqrt(2 * (high - low) * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
