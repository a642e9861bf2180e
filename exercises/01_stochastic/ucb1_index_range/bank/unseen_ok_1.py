import math

import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    """Plain loops, one arm at a time."""
    reward_mean = np.asarray(reward_mean)
    pulls = np.asarray(pulls)
    out = []
    for m, n in zip(reward_mean.ravel().tolist(), pulls.ravel().tolist()):
        if n == 0:
            out.append(math.inf)
        else:
            out.append(m + (high - low) * math.sqrt(2 * math.log(t) / n))
    return np.array(out, dtype=float).reshape(reward_mean.shape)
