"""You use the first run's next action for all runs."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n_actions = next_q.shape[1]
    best = next_q == next_q.max(axis=1, keepdims=True)
    probs = epsilon / n_actions + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    expected = (probs * next_q).sum(axis=1)
    sample = next_q[:, next_action[0]]
    worth = sigma * sample + (1 - sigma) * expected
    return reward + discount * np.where(terminated, 0.0, worth)
