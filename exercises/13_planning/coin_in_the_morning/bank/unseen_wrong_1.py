"""x = start + gamma P x is solved by (I - gamma P) x = start, as for values."""
import numpy as np


def occupancy_of(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    visits = np.linalg.solve(np.eye(len(start)) - gamma * chain, start)
    return visits[:, None] * policy


def one_policy(probs, gamma, start, first, second, share):
    d = share * occupancy_of(probs, gamma, start, first)
    d = d + (1 - share) * occupancy_of(probs, gamma, start, second)
    total = d.sum(axis=1)
    result = np.full(d.shape, 1 / d.shape[1])
    seen = total > 1e-12
    result[seen] = d[seen] / total[seen, None]
    return result
