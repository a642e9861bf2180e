"""Plain array code: one probability table for epsilon-greedy, no loop."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    """The target (R,) with a share sigma of a draw, the rest of a mean."""
    runs, actions = next_q.shape
    best = next_q == next_q.max(axis=1, keepdims=True)
    policy = epsilon / actions + (1 - epsilon) * best / best.sum(axis=1, keepdims=True)
    mean = (policy * next_q).sum(axis=1)
    draw = next_q[np.arange(runs), next_action]
    worth = sigma * draw + (1 - sigma) * mean
    return reward + discount * np.where(terminated, 0.0, worth)
