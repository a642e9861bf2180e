"""after should be the next column's now; I shift, and the last column keeps after."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    following = after.copy()
    following[:, :-1] = now[:, 1:]
    kept = np.where(terminated, 0.0, following)
    bonus = discount * kept - now
    return reward + bonus
