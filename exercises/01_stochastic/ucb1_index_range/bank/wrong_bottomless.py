"""Arms never pulled get minus infinity, so they come last and are never tried. Optimism says the
opposite: what you know nothing about might be the best."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, -np.inf)
