"""Of all visits to s, the part that chose a: I divide by the visits, and nobody comes where there are none."""
import numpy as np


def occupancy_of(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    visits = np.linalg.solve(np.eye(len(start)) - gamma * chain.T, start)
    return visits[:, None] * policy


def one_policy(probs, gamma, start, first, second, share):
    d = share * occupancy_of(probs, gamma, start, first)
    d = d + (1 - share) * occupancy_of(probs, gamma, start, second)
    return d / d.sum(axis=1, keepdims=True)
