"""Run by run."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    out = []
    for r in range(len(reward)):
        q = next_q[r]
        top = [x for x in q if x == max(q)]
        mean = epsilon * sum(q) / len(q) + (1 - epsilon) * max(q)
        worth = sigma * q[next_action[r]] + (1 - sigma) * mean
        out.append(reward[r] if terminated[r] else reward[r] + discount * worth)
    return np.array(out)
