"""Run by run."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    out = reward.astype(float).copy()
    for r in range(len(out)):
        if not terminated[r]:
            a = int(np.argmax(first_q[r]))
            out[r] += discount * min(first_q[r][a], second_q[r][a])
    return out
