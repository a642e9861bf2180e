"""You take the lowest number of all actions. The minimum is over the two tables, at the one action that was chosen."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    worth = np.minimum(first_q.min(axis=1), second_q.min(axis=1))
    return reward + discount * np.where(terminated, 0.0, worth)
