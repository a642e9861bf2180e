"""The one line repaired: the rest of the geometric series from the new value must fit into the tolerance."""
import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() * gamma <= tolerance * (1 - gamma):
            return new
        value = new
