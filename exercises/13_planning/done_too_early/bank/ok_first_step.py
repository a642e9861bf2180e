import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, error = np.zeros(len(reward)), np.abs(reward.max(axis=-1)).max() / (1 - gamma)
    while error > tolerance:
        value = (reward + gamma * probs @ value).max(axis=-1)
        error = gamma * error
    return value
