"""Every best action gets 1 - epsilon on top of its epsilon / A; with a mask I do not need to care about ties."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    run = np.arange(len(reward))
    policy = np.full(next_q.shape, epsilon / next_q.shape[1])
    policy[next_q == next_q.max(axis=1, keepdims=True)] += 1 - epsilon
    mean = (policy * next_q).sum(axis=1)
    worth = sigma * next_q[run, next_action] + (1 - sigma) * mean
    return reward + discount * np.where(terminated, 0.0, worth)
