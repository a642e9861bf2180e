"""The series is added up term by term until its terms are too small to matter, both bounds in one array."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = np.max(reward + gamma * np.einsum("sat,t->sa", probs, value), axis=1)
    moved = swept - value
    ends = np.array([[np.min(moved)], [np.max(moved)]])
    bounds = np.tile(swept, (2, 1))
    term = gamma * ends
    while np.abs(term).max() > 1e-16:
        bounds = bounds + term
        term = term * gamma
    return bounds
