import numpy as np


def bracket(probs, reward, gamma, value):
    new = (reward + gamma * probs @ value).max(axis=-1)
    step = new - value
    k = gamma / (1 - gamma)
    return np.vstack([new + k * np.min(step), new + k * np.max(step)])
