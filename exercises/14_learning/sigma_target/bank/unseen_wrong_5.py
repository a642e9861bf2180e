"""Where nothing follows the next q are 0, so I set them to 0 first and then need no case distinction."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    next_q[terminated] = 0.0
    run = np.arange(len(reward))
    best = next_q == next_q.max(axis=1, keepdims=True)
    policy = epsilon / next_q.shape[1] + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    mean = (policy * next_q).sum(axis=1)
    return reward + discount * (sigma * next_q[run, next_action] + (1 - sigma) * mean)
