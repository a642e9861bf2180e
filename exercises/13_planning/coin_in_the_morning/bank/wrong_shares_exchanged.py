"""You give the share to the second policy. It is the probability of the first."""

import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    return np.linalg.solve(np.eye(len(start)) - gamma * chain.T, start)


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    both = (1 - share) * one + share * two
    total = both.sum(axis=1, keepdims=True)
    even = np.full(first.shape, 1 / first.shape[1])
    return np.divide(both, total, out=even, where=total > 1e-12)
