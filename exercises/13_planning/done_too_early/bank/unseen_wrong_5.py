"""The first error is at most 1 / (1 - gamma) and shrinks by gamma, so I know the number of sweeps beforehand."""
import math

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    sweeps = 1
    if gamma > 0:
        sweeps = max(1, math.ceil(math.log(tolerance * (1 - gamma)) / math.log(gamma)))
    value = np.zeros(len(reward))
    for _ in range(sweeps):
        value = (reward + gamma * probs @ value).max(axis=-1)
    return value
