"""The guess was value, so the bounds are value plus the series gamma m + gamma^2 m + ..."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = (reward + gamma * probs @ value).max(axis=-1)
    change = swept - value
    rest = gamma / (1 - gamma)
    return np.array([value + rest * change.min(), value + rest * change.max()])
