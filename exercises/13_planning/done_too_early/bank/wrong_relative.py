"""You compare the change with the size of the values. The tolerance is a distance in units of value, not a share."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() * gamma <= tolerance * (1 - gamma) * max(1, np.abs(new).max()):
            return new
        value = new
