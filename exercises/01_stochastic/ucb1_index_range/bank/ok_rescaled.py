"""There and back: UCB1 on the rescaled rewards, then into the units of the rewards again."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    unit_mean = (reward_mean - low) / (high - low)
    with np.errstate(divide="ignore", invalid="ignore"):
        unit_index = unit_mean + np.sqrt(2 * np.log(t) / pulls)
    index = low + (high - low) * unit_index
    return np.where(pulls == 0, np.inf, index)
