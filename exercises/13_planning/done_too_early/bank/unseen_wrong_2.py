"""What remains after the last sweep is gamma r / (1 - gamma); when that is small enough, value is good enough."""
import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if gamma * np.abs(new - value).max() / (1 - gamma) <= tolerance:
            return value
        value = new
