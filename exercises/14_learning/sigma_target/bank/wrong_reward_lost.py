"""You drop the reward of the last step along with what follows it. The step itself was paid."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n_actions = next_q.shape[1]
    best = next_q == next_q.max(axis=1, keepdims=True)
    probs = epsilon / n_actions + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    expected = (probs * next_q).sum(axis=1)
    sample = next_q[np.arange(len(next_q)), next_action]
    worth = sigma * sample + (1 - sigma) * expected
    return np.where(terminated, 0.0, reward + discount * worth)
