"""Mix the occupancies, not the policies; then read the policy off as a share of the visits.

The coin makes d = share d1 + (1 - share) d2, and d obeys the flow equations because both do and they are linear. Any
flow belongs to the policy d(s, a) / sum over a of d(s, a). This is Bayes' rule: in a state that the second policy
visits more often you are probably following the second.
"""

import numpy as np


def visits(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    return np.linalg.solve(np.eye(len(start)) - gamma * chain.T, start)


def one_policy(probs, gamma, start, first, second, share):
    one = visits(probs, gamma, start, first)[:, None] * first
    two = visits(probs, gamma, start, second)[:, None] * second
    both = share * one + (1 - share) * two
    total = both.sum(axis=1, keepdims=True)
    even = np.full(first.shape, 1 / first.shape[1])
    return np.divide(both, total, out=even, where=total > 1e-12)
