"""You use the largest change without its sign for both sides. Then the bracket is wider than the series gives: the
smallest change says how far down it can go."""

import numpy as np


def bracket(probs, reward, gamma, value):
    new = (reward + gamma * probs @ value).max(axis=-1)
    step = new - value
    tail = gamma / (1 - gamma) * np.abs(step).max()
    return np.stack([new - tail, new + tail])
