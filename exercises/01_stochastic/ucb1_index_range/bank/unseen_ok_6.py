"""Plain loop over all entries with math only, a list that is put into shape at the end."""
import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    values = []
    for m, n in zip(np.ravel(reward_mean), np.ravel(pulls)):
        if n < 1:
            values.append(math.inf)
        else:
            width = float(high) - float(low)
            values.append(float(m) + math.sqrt(2.0 * width * width * math.log(t) / float(n)))
    return np.array(values, dtype=float).reshape(np.shape(pulls))
