"""You return the value before the last sweep, and test the distance that is left after it. From the old value the last
step itself is still to go."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() * gamma <= tolerance * (1 - gamma):
            return value
        value = new
