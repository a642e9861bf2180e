"""The promise is broken by up to a factor of a hundred, so I stop a hundred times later."""
import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() <= tolerance / 100:
            return new
        value = new
