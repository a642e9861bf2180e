"""You cut the target off at either end. A truncated episode was stopped from outside: its next state keeps its worth."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n_actions = next_q.shape[1]
    best = next_q == next_q.max(axis=1, keepdims=True)
    probs = epsilon / n_actions + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    expected = (probs * next_q).sum(axis=1)
    sample = next_q[np.arange(len(next_q)), next_action]
    worth = sigma * sample + (1 - sigma) * expected
    return reward + discount * np.where(terminated | truncated, 0.0, worth)
