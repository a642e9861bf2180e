"""Misconception: dividing by zero pulls gives infinity by itself, so no special case is needed (in round 1, 0/0 is nan)."""

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    with np.errstate(divide="ignore", invalid="ignore"):
        return reward_mean + (high - low) * np.sqrt(2 * np.log(t) / pulls)
