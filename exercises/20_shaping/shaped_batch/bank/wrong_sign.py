"""The potential after is paid, the one before is taken away."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(terminated, 0.0, after)
    return reward + now - discount * kept
