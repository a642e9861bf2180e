"""It is the end of the world that takes the potential away, not the cut."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(truncated, 0.0, after)
    return reward + discount * kept - now
