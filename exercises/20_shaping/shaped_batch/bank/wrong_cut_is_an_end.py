"""A cut is no end: the state reached keeps its potential."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    over = terminated | truncated
    kept = np.where(over, 0.0, after)
    return reward + discount * kept - now
