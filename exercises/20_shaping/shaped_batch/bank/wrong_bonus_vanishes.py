"""At an end only the potential after vanishes; the one before is still paid back."""

import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    bonus = discount * after - now
    return reward + np.where(terminated, 0.0, bonus)
