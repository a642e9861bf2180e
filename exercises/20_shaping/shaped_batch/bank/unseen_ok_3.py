"""Loops over every step with an if."""
import numpy as np


def shaped_rewards(reward, now, after, discount, terminated, truncated):
    out = np.empty(reward.shape, dtype=float)
    rows, columns = reward.shape
    for b in range(rows):
        for t in range(columns):
            phi_next = 0.0 if terminated[b, t] else after[b, t]
            out[b, t] = reward[b, t] + (discount * phi_next - now[b, t])
    return out
