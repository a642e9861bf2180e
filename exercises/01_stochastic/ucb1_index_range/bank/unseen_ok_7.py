"""Does what the second person does (into [0, 1], chapter index, back), with small helpers and np.divide(where=)."""
import math

import numpy as np


class Units:
    def __init__(self, low, high):
        self.low, self.width = low, high - low

    def to_unit(self, x):
        return (np.asarray(x, dtype=np.longdouble) - self.low) / self.width

    def back(self, z):
        return self.low + z * self.width


def chapter_index(mean, pulls, t):
    one_over_n = np.full(np.shape(pulls), np.inf)
    np.divide(1.0, pulls, out=one_over_n, where=np.asarray(pulls) > 0)
    tried = np.isfinite(one_over_n)
    radius = np.full(np.shape(pulls), np.inf)
    radius[tried] = math.sqrt(2 * math.log(t)) * np.sqrt(one_over_n[tried])
    return mean + radius


def ucb1_index_range(reward_mean, pulls, t, low, high):
    units = Units(low, high)
    index = units.back(chapter_index(units.to_unit(reward_mean), pulls, t))
    return index.astype(np.float64)
