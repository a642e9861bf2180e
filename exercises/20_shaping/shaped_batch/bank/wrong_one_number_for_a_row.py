"""The bonus belongs to each step: one number for each, not the sum of an episode."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    kept = np.where(terminated, 0.0, after)
    return (reward + discount * kept - now).sum(axis=1)
