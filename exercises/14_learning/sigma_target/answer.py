"""The mean and the draw are two estimates of one thing, the worth of the next state.

A share of both is an estimate of it as well. The mean has no luck of the action in it; the draw costs nothing to work
out and needs no knowledge of the policy. Both count where an episode is truncated, for the world goes on though
nobody looks. Only a terminated step has nothing behind it.
"""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n_actions = next_q.shape[1]
    best = next_q == next_q.max(axis=1, keepdims=True)
    probs = epsilon / n_actions + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    expected = (probs * next_q).sum(axis=1)
    sample = next_q[np.arange(len(next_q)), next_action]
    worth = sigma * sample + (1 - sigma) * expected
    return reward + discount * np.where(terminated, 0.0, worth)
