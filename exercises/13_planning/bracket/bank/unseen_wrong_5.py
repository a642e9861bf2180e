"""A lower bound must lie below Tv and an upper one above it, so m is at most 0 and M at least 0."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = (reward + gamma * probs @ value).max(axis=-1)
    change = swept - value
    m = min(change.min(), 0.0)
    M = max(change.max(), 0.0)
    rest = gamma / (1 - gamma)
    return np.array([swept + rest * m, swept + rest * M])
