"""You take the first run's arrival for all runs."""

import numpy as np


def least_goal(bonus, arrival, discount):
    when = int(arrival[0])
    later = bonus[:, when + 1 :]
    return later @ discount ** np.arange(1.0, later.shape[1] + 1)
