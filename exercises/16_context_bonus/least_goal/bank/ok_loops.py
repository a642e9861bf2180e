"""Two loops."""

import numpy as np


def least_goal(bonus, arrival, discount):
    found = np.zeros(len(bonus))
    for run in range(len(bonus)):
        for t in range(int(arrival[run]) + 1, bonus.shape[1]):
            found[run] += discount ** (t - int(arrival[run])) * bonus[run, t]
    return found
