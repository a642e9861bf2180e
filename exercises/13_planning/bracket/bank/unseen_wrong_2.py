"""A change is a size, as in the chapter's certificate: the smallest size and the largest size of all states."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = (reward + gamma * probs @ value).max(axis=-1)
    change = np.abs(swept - value)
    rest = gamma / (1 - gamma)
    return np.array([swept + rest * change.min(), swept + rest * change.max()])
