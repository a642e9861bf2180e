import numpy as np


def values_within(probs, reward, gamma, tolerance):
    """The best value of each state, (S,), to within tolerance.

    probs (S, A, S), reward (S, A). One line is wrong.
    """
    value = np.zeros(len(reward))
    while True:
        q = reward + gamma * probs @ value
        new = q.max(axis=-1)
        if np.abs(new - value).max() <= tolerance:
            return new
        value = new
