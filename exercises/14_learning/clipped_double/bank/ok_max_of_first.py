"""What the first table says of its best action is its maximum."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    best = np.argmax(first_q, axis=1)
    judge = second_q[range(len(best)), best]
    return reward + (1.0 - terminated) * discount * np.minimum(first_q.max(axis=1), judge)
