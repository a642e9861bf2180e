"""I squeeze the mean into [0, 1] and run the chapter's UCB1; the arms pulled are then the same, which is what counts."""
import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):

    pulls = np.asarray(pulls, dtype=float)
    scaled = (reward_mean - low) / (high - low)
    n = np.where(pulls == 0, 1.0, pulls)
    index = scaled + np.sqrt(2 * np.log(t) / n)
    index[pulls == 0] = np.inf
    return index
