"""Your index is that of the rescaled rewards, about [0, 1]. It orders the arms rightly, but it was
asked for in the units of the rewards: turn it back."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    radius = np.sqrt(2 * math.log(t) / np.maximum(pulls, 1))
    scaled = (reward_mean - low) / (high - low) + radius
    return np.where(pulls > 0, scaled, np.inf)
