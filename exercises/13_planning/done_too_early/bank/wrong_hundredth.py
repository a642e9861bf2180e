"""You ask for a fixed number of times more than is promised. How many times is enough depends on gamma, and grows
without limit."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() <= tolerance / 100:
            return new
        value = new
