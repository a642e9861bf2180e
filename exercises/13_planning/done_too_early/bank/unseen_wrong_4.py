"""The step must be 1 - gamma times smaller; values rise from 0, so the largest difference is the step."""
import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if (new - value).max() <= tolerance * (1 - gamma):
            return new
        value = new
