"""Loops and the math module only, lists until the end."""
import math

import numpy as np


def _one_run(means, looks, delta):
    low, high, known = -math.inf, math.inf, []
    for k, (mean, n) in enumerate(zip(means, looks), start=1):
        r = math.sqrt(math.log(2 * k * (k + 1) / delta) / (2 * int(n)))
        if mean - r > low:
            low = float(mean) - r
        if mean + r < high:
            high = float(mean) + r
        known.append([low, high])
    return known


def anytime_interval(means, looks, delta):
    if np.ndim(means) == 1:
        return np.array(_one_run(means, looks, delta))
    known = [_one_run(run, looks, delta) for run in means]
    return np.array(known, dtype=float).reshape(*np.shape(means), 2)
