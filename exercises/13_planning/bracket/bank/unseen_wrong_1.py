"""m + gamma m + gamma^2 m + ... is m / (1 - gamma), and the card says to begin at Tv."""
import numpy as np


def bracket(probs, reward, gamma, value):
    swept = (reward + gamma * probs @ value).max(axis=-1)
    change = swept - value
    return np.array([swept + change.min() / (1 - gamma), swept + change.max() / (1 - gamma)])
