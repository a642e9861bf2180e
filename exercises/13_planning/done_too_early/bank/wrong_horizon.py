"""You sweep until gamma^k is below the tolerance. That is by how much the first error has shrunk. How large was it?"""

import math

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    sweeps = math.ceil(math.log(tolerance) / math.log(gamma)) if 0 < gamma and tolerance < 1 else 1
    value = np.zeros(len(reward))
    for _ in range(sweeps):
        value = (reward + gamma * probs @ value).max(axis=-1)
    return value
