"""A sweep shrinks the error by gamma, so after a sweep that moved by r the new value is off by at most gamma r."""
import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if gamma * np.abs(new - value).max() <= tolerance:
            return new
        value = new
