"""Sigma is for the sum, as in mathematics: a share sigma of the mean, the rest of the draw."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    run = np.arange(len(reward))
    mean = epsilon * next_q.mean(axis=1) + (1 - epsilon) * next_q.max(axis=1)
    worth = (1 - sigma) * next_q[run, next_action] + sigma * mean
    return reward + discount * np.where(terminated, 0.0, worth)
