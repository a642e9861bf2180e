"""No linear system: visits are followed forward step by step until the discount has eaten them; loops by state."""
import numpy as np


def occupancies(probs, gamma, start, policy):
    n, k, _ = probs.shape
    d = np.zeros((n, k))
    here = np.array(start, dtype=float)
    while here.sum() > 1e-15:
        flow = here[:, None] * policy
        d += flow
        here = gamma * np.tensordot(flow, probs, axes=([0, 1], [0, 1]))
    return d


def one_policy(probs, gamma, start, first, second, share):
    one = occupancies(probs, gamma, start, first)
    two = occupancies(probs, gamma, start, second)
    result = []
    for row1, row2 in zip(one, two):
        row = share * row1 + (1 - share) * row2
        if row.sum() < 1e-12:
            row = np.ones(len(row))
        result.append(row / row.sum())
    return np.array(result)
