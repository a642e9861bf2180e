"""The episode has stopped, one way or the other, so there is no next state to be worth anything."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    run = np.arange(len(reward))
    best = next_q == next_q.max(axis=1, keepdims=True)
    policy = epsilon / next_q.shape[1] + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    worth = sigma * next_q[run, next_action] + (1 - sigma) * (policy * next_q).sum(axis=1)
    ended = terminated | truncated
    return reward + discount * np.where(ended, 0.0, worth)
