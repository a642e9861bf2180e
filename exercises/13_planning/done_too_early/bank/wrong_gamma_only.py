"""You multiply the step by gamma, for the next step. After that one come more: the whole series counts."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() * gamma <= tolerance:
            return new
        value = new
