"""You subtract the radius. That is the lower confidence bound: it avoids the arms it knows little
about, instead of trying them."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean - radius, np.inf)
