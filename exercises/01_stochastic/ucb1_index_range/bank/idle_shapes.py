"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    return np.where(pulls == 0, np.inf, reward_mean)
