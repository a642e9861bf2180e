"""You take the largest reward with its sign. Where rewards are negative the values are far below the first guess:
that is an error too."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, error = np.zeros(len(reward)), reward.max() / (1 - gamma)
    while error > tolerance:
        value = (reward + gamma * probs @ value).max(axis=-1)
        error = gamma * error
    return value
