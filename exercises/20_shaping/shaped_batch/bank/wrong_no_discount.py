"""Gamma belongs to the potential after the step."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(terminated, 0.0, after)
    return reward + kept - now
