"""One law over actions that holds both."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    n, k = next_q.shape
    law = np.full((n, k), (1 - sigma) * epsilon / k)
    law[np.arange(n), next_q.argmax(axis=1)] += (1 - sigma) * (1 - epsilon)
    law[np.arange(n), next_action] += sigma
    alive = np.logical_not(terminated)
    return reward + discount * alive * np.einsum("ra,ra->r", law, next_q)
