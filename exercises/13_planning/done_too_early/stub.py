import numpy as np


def values_within(probs, reward, gamma, tolerance):
    """The best value of each state, (S,), to within tolerance.

    probs (S, A, S), reward (S, A). One line is wrong.
    """
    value = np.zeros(len(reward))
    shrunk = 1.0
    while shrunk > tolerance:
        q = reward + gamma * probs @ value
        value = q.max(axis=-1)
        shrunk = gamma * shrunk
    return value
