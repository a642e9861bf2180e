"""You return a target for every next action. The mean is over these actions, so that one number is left for a run."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    worth = sigma * next_q + (1 - sigma) * (
        epsilon * next_q + (1 - epsilon) * next_q.max(axis=1, keepdims=True)
    )
    return reward[:, None] + discount * np.where(terminated[:, None], 0.0, worth)
