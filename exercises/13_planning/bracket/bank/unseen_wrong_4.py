"""After Tv the next sweep changes by at least gamma m and at most gamma M: these are the two bounds."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = (reward + gamma * probs @ value).max(axis=-1)
    change = swept - value
    return np.array([swept + gamma * change.min(), swept + gamma * change.max()])
