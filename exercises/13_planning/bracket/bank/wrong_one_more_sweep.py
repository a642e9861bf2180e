"""You add only the next change, gamma m and gamma M. The sweeps after it go on, for ever."""

import numpy as np


def bracket(probs, reward, gamma, value):
    new = (reward + gamma * probs @ value).max(axis=-1)
    step = new - value
    tail = gamma * np.array([step.min(), step.max()])
    return new + tail[:, None]
