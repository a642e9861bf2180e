"""A step that is both has ended the world."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(terminated & ~truncated, 0.0, after)
    return reward + discount * kept - now
