"""Vectorised, in the units of x from the start: the radius stretched by the width, np.where for the untried arms."""
import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):

    untried = np.asarray(pulls) == 0
    radius = (high - low) * np.sqrt(2 * np.log(t) / np.where(untried, 1, pulls))
    return np.where(untried, np.inf, reward_mean + radius)
