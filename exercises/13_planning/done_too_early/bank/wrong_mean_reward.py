"""You count with the mean reward. The promise is for every state, and some state may be paid more than the mean in each
step."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, error = np.zeros(len(reward)), np.abs(reward).mean() / (1 - gamma)
    while error > tolerance:
        value = (reward + gamma * probs @ value).max(axis=-1)
        error = gamma * error
    return value
