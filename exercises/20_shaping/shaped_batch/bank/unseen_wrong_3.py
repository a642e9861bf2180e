"""Where the episode is over the whole bonus is 0, for there is no step to shape."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    bonus = np.where(terminated, 0.0, discount * after - now)
    return reward + bonus
