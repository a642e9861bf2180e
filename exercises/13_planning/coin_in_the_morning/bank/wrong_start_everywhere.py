"""You let the robot start anywhere. Its occupancy depends on where it starts."""

import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    return np.linalg.solve(np.eye(len(start)) - gamma * chain.T, np.full(len(start), 1 / len(start)))


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    both = share * one + (1 - share) * two
    total = both.sum(axis=1, keepdims=True)
    even = np.full(first.shape, 1 / first.shape[1])
    return np.divide(both, total, out=even, where=total > 1e-12)
