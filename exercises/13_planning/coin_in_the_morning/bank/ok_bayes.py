import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    return np.linalg.solve(np.eye(len(start)) - gamma * chain.T, start)


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    x, y = share * one.sum(axis=1), (1 - share) * two.sum(axis=1)
    weight = np.where(x + y > 1e-12, x / np.maximum(x + y, 1e-300), 0.5)[:, None]
    mixed = weight * first + (1 - weight) * second
    return np.where((x + y > 1e-12)[:, None], mixed, 1 / first.shape[1])
