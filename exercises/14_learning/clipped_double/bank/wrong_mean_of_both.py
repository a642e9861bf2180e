"""You believe the mean of the two instead of the lower one."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    run = np.arange(len(reward))
    best = first_q.argmax(axis=1)
    worth = (first_q[run, best] + second_q[run, best]) / 2
    return reward + discount * np.where(terminated, 0.0, worth)
