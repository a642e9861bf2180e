"""Going on means going on to the end, not for one step. All later bonuses are lost at the goal."""

import numpy as np


def least_goal(bonus, arrival, discount):
    padded = np.pad(bonus, ((0, 0), (0, 1)))
    return discount * padded[np.arange(len(bonus)), arrival + 1]
