import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):
    """Overly careful: own copies, preallocated output, filled in place."""
    mean = np.array(reward_mean, dtype=np.float64, copy=True)
    count = np.array(pulls, dtype=np.int64, copy=True)
    if mean.shape != count.shape:
        raise ValueError("reward_mean and pulls must have the same shape")
    if t < 1:
        raise ValueError("rounds count from 1")
    if not low < high:
        raise ValueError("low must be below high")
    width = float(high) - float(low)
    index = np.full(mean.shape, np.inf, dtype=np.float64)
    tried = count > 0
    index[tried] = 2.0 * width**2 * np.log(float(t))
    index[tried] /= count[tried]
    np.sqrt(index, out=index, where=tried)
    index[tried] += mean[tried]
    return index
