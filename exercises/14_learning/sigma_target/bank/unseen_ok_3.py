"""No table of probabilities: the epsilon-greedy mean is epsilon times the row's mean plus the rest times its maximum (ties drop out)."""
import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    draw = np.take_along_axis(next_q, next_action[:, None], axis=1)[:, 0]
    mean = epsilon * next_q.mean(axis=1) + (1 - epsilon) * next_q.max(axis=1)
    alive = 1 - terminated.astype(float)
    return reward + discount * alive * (mean + sigma * (draw - mean))
