"""Values from the end backwards, then the one after the arrival."""

import numpy as np


def least_goal(bonus, arrival, discount):
    n_runs, steps = bonus.shape
    value = np.zeros((n_runs, steps + 1))
    for t in range(steps - 1, -1, -1):
        value[:, t] = bonus[:, t] + discount * value[:, t + 1]
    return discount * value[np.arange(n_runs), arrival + 1]
