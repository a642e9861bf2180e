"""Backward recursion as in dynamic programming: what lies ahead of each step, then pick the arrival."""
import numpy as np


def least_goal(bonus, arrival, discount):
    n_runs, n_steps = bonus.shape
    ahead = np.zeros((n_runs, n_steps))
    for t in range(n_steps - 2, -1, -1):
        ahead[:, t] = discount * (bonus[:, t + 1] + ahead[:, t + 1])
    return ahead[np.arange(n_runs), arrival]
