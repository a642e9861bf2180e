"""You look at the change of one state. News may not have reached it yet, while others still move."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if abs(new[0] - value[0]) * gamma <= tolerance * (1 - gamma):
            return new
        value = new
