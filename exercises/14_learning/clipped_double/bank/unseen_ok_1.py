"""Plain array code: argmax, two look-ups, np.minimum, np.where."""
import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    """The target (R,): first_q chooses, and the lower of both is believed."""
    run = np.arange(len(reward))
    best = first_q.argmax(axis=1)
    worth = np.minimum(first_q[run, best], second_q[run, best])
    return reward + discount * np.where(terminated, 0.0, worth)
