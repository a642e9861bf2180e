import numpy as np


def values_within(probs, reward, gamma, tolerance):
    value, bound = np.zeros(len(reward)), np.abs(reward).max() / (1 - gamma)
    while bound > tolerance:
        value = (reward + gamma * probs @ value).max(axis=-1)
        bound *= gamma
    return value
