"""Epsilon-greedy: the best action has 1 - epsilon, and epsilon is shared by the other actions."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    runs, actions = next_q.shape
    run = np.arange(runs)
    policy = np.full((runs, actions), epsilon / (actions - 1))
    policy[run, next_q.argmax(axis=1)] = 1 - epsilon
    mean = (policy * next_q).sum(axis=1)
    worth = sigma * next_q[run, next_action] + (1 - sigma) * mean
    return reward + discount * np.where(terminated, 0.0, worth)
