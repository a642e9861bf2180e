"""Misconception: an arm without data could be as good as high and no better, so its index is high."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * np.log(t) / np.maximum(pulls, 1))
    return np.where(pulls == 0, float(high), reward_mean + radius)
