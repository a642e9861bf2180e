"""Only the radius feels the range.

Let y = (x - low) / (high - low), which lies in [0, 1]. The chapter's index for y is (mean - low) /
(high - low) + radius. Multiply by (high - low) and add low, to be back in the units of x: low
cancels in the mean, and the radius has become (high - low) times as wide. That is Hoeffding's
inequality for variables in a range: their deviations scale with its width, to the first power.

The arms never pulled are set apart: in round 1 log t is 0, and 0/0 would be NaN, not infinity.
"""

import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    at_least_one = np.maximum(pulls, 1)
    radius = (high - low) * np.sqrt(2 * math.log(t) / at_least_one)
    return np.where(pulls > 0, reward_mean + radius, np.inf)
