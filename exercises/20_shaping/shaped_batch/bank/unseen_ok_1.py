"""The one line repaired: only a termination is an end."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    over = terminated
    kept = np.where(over, 0.0, after)
    bonus = discount * kept - now
    return reward + bonus
