"""The factor 2 before the logarithm is lost. Without it the radius is too narrow by the root of 2,
and the chance that a mean leaves its interval falls too slowly for the regret bound."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = (high - low) * np.sqrt(math.log(t) / np.maximum(pulls, 1))
    return np.where(pulls > 0, reward_mean + radius, np.inf)
