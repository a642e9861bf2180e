"""A step is over only if the world ended and it was not cut off; whatever was cut off keeps its potential."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    over = terminated & ~truncated
    kept = np.where(over, 0.0, after)
    bonus = discount * kept - now
    return reward + bonus
