"""You believe the higher of the two. That makes the bias worse."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    run = np.arange(len(reward))
    best = first_q.argmax(axis=1)
    worth = np.maximum(first_q[run, best], second_q[run, best])
    return reward + discount * np.where(terminated, 0.0, worth)
