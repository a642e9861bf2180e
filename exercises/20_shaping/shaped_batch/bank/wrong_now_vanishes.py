"""At an end it is the potential after that counts as 0, not the one before."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(terminated, 0.0, now)
    return reward + discount * after - kept
