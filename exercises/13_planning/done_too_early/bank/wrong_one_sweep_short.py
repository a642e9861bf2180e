"""You stop one sweep too early: you test what the next sweep would make of the error, and do not do it."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, error = np.zeros(len(reward)), np.abs(reward).max() / (1 - gamma)
    while gamma * error > tolerance:
        value = (reward + gamma * probs @ value).max(axis=-1)
        error = gamma * error
    return value
