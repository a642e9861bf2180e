"""You divide by the pulls of all arms together. Then every arm has the same radius, and the one
tried least gains nothing by it. What counts is how often this arm was pulled."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    total = np.maximum(pulls.sum(axis=-1, keepdims=True), 1)
    radius = (high - low) * np.sqrt(2 * math.log(t) / total)
    return np.where(pulls > 0, reward_mean + radius, np.inf)
