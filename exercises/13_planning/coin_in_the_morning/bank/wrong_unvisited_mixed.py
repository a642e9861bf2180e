"""Where nobody comes you mix the two policies. There the card asks for equal probabilities."""

import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    return np.linalg.solve(np.eye(len(start)) - gamma * chain.T, start)


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    both = share * one + (1 - share) * two
    total = both.sum(axis=1, keepdims=True)
    even = share * first + (1 - share) * second
    return np.divide(both, total, out=even, where=total > 1e-12)
