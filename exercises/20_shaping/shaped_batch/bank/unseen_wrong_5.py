"""The flags are the wrong way round: it is the cut after which nothing follows in the buffer."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    over = truncated
    kept = np.where(over, 0.0, after)
    bonus = discount * kept - now
    return reward + bonus
