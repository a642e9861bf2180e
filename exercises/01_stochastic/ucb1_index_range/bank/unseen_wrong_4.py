"""Misconception: no mean above high is plausible, so the index is cut at high (9.29 would become 6), which makes ties that the other person does not have."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * np.log(t) / np.maximum(pulls, 1))
    index = np.minimum(reward_mean + radius, high)
    return np.where(pulls == 0, np.inf, index)
