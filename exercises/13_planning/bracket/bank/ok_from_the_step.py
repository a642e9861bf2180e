import numpy as np


def bracket(probs, reward, gamma, value):
    new = (reward + gamma * probs @ value).max(axis=-1)
    step = new - value
    low = value + step + gamma * step.min() / (1 - gamma)
    high = value + step + gamma * step.max() / (1 - gamma)
    return np.array([low, high])
