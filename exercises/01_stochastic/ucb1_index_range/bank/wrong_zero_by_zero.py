"""You rely on a division by zero for arms never pulled. In round 1 log t is 0 as well, and 0/0 is
NaN, not infinity: treat these arms by themselves."""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    with np.errstate(divide="ignore", invalid="ignore"):
        return reward_mean + (high - low) * np.sqrt(2 * math.log(t) / pulls)
