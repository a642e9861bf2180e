"""With take_along_axis, and both tables stacked."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    best = first_q.argmax(axis=-1)[None, :, None]
    both = np.stack([first_q, second_q])
    worth = np.take_along_axis(both, best, axis=-1)[..., 0].min(axis=0)
    return reward + discount * worth * ~terminated
