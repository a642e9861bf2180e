"""np.divide with where=, into an array that is infinite to begin with."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    pulled = np.asarray(pulls) > 0
    inverse = np.full(reward_mean.shape, np.inf)
    np.divide(1.0, pulls, out=inverse, where=pulled)
    bonus = np.zeros(reward_mean.shape)
    np.sqrt(2 * np.log(t) * inverse, out=bonus, where=pulled)
    index = reward_mean + (high - low) * bonus
    index[~pulled] = np.inf
    return index
