"""The sum of the chapter runs from the step after the arrival to T - 1, so I write range(arrival + 1, T - 1)."""
import numpy as np


def least_goal(bonus, arrival, discount):
    n_runs, T = bonus.shape
    out = np.zeros(n_runs)
    for r in range(n_runs):
        for t in range(arrival[r] + 1, T - 1):
            out[r] += bonus[r, t] * discount ** (t - arrival[r])
    return out
