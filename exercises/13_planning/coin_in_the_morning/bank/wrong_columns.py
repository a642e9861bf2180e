"""You divide by the sum over states. In each state the actions' probabilities must sum to 1."""

import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    return np.linalg.solve(np.eye(len(start)) - gamma * chain.T, start)


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    both = share * one + (1 - share) * two
    return both / both.sum(axis=0, keepdims=True)
