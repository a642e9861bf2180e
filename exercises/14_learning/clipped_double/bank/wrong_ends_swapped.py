"""You cut off where the episode was truncated and bootstrap where it terminated: the other way round."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    run = np.arange(len(reward))
    best = first_q.argmax(axis=1)
    worth = np.minimum(first_q[run, best], second_q[run, best])
    return reward + discount * np.where(truncated, 0.0, worth)
