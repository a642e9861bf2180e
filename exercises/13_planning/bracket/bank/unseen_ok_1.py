"""Straight from the card: one sweep, smallest and largest change, the series from gamma on."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = (reward + gamma * probs @ value).max(axis=-1)
    change = swept - value
    rest = gamma / (1 - gamma)
    return np.array([swept + rest * change.min(), swept + rest * change.max()])
