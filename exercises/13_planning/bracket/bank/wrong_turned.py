"""You return one row for each state. The two bounds are the rows."""

import numpy as np


def bracket(probs, reward, gamma, value):
    new = (reward + gamma * probs @ value).max(axis=-1)
    step = new - value
    tail = gamma / (1 - gamma) * np.array([step.min(), step.max()])
    return new[:, None] + tail
