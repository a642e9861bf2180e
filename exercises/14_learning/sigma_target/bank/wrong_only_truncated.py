"""You cut the target off where the episode was truncated and bootstrap where it terminated: the other way round."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n_actions = next_q.shape[1]
    best = next_q == next_q.max(axis=1, keepdims=True)
    probs = epsilon / n_actions + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    expected = (probs * next_q).sum(axis=1)
    sample = next_q[np.arange(len(next_q)), next_action]
    worth = sigma * sample + (1 - sigma) * expected
    return reward + discount * np.where(truncated, 0.0, worth)
