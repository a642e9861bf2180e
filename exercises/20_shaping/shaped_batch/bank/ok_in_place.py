"""Changes a copy where the world ended."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.array(after, dtype=float)
    kept[terminated] = 0
    return reward + discount * kept - now
