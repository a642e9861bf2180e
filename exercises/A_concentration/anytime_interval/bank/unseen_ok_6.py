"""Plain loops with math, one run at a time; a single run is a call of the same helper."""
import math

import numpy as np


def one_run(means, looks, delta):
    low, high, known = -math.inf, math.inf, []
    for k, (m, n) in enumerate(zip(means, looks), start=1):
        m, n = float(m), int(n)
        r = math.sqrt(math.log(2 * k * (k + 1) / delta) / (2 * n))
        low, high = max(low, m - r), min(high, m + r)
        known.append([low, high])
    return known


def anytime_interval(means, looks, delta):
    means = np.asarray(means)
    if means.ndim == 1:
        return np.array(one_run(means, looks, delta))
    return np.array([one_run(row, looks, delta) for row in means])
