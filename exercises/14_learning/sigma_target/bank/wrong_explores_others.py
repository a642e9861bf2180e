"""You explore only among the actions that are not the best. Exploring takes any action, the best one too."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n_actions = next_q.shape[1]
    best = next_q == next_q.max(axis=1, keepdims=True)
    others = np.maximum((~best).sum(axis=1, keepdims=True), 1)
    probs = np.where(best, (1 - epsilon) / best.sum(axis=1, keepdims=True), epsilon / others)
    expected = (probs * next_q).sum(axis=1)
    sample = next_q[np.arange(len(next_q)), next_action]
    worth = sigma * sample + (1 - sigma) * expected
    return reward + discount * np.where(terminated, 0.0, worth)
