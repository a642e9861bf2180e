"""You add up a fixed number of steps. With gamma near 1 many visits come later than that: how long must you go on?"""

import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    total = np.array(start, dtype=float)
    for _ in range(100):
        total = start + gamma * total @ chain
    return total


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    both = share * one + (1 - share) * two
    total = both.sum(axis=1, keepdims=True)
    even = np.full(first.shape, 1 / first.shape[1])
    return np.divide(both, total, out=even, where=total > 1e-12)
