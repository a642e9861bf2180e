"""The bonus of the last step is missing. Steps go from 0 to T - 1, and T - 1 belongs to them; the end of a `range` does
not."""

import numpy as np


def least_goal(bonus, arrival, discount):
    found = np.zeros(len(bonus))
    for run, when in enumerate(arrival):
        for t in range(when + 1, bonus.shape[1] - 1):
            found[run] += bonus[run, t] * discount ** (t - when)
    return found
