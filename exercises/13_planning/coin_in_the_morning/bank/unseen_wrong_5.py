"""The visits can be found by repeating their equation; a hundred rounds are plenty for a discounted sum."""
import numpy as np


def occupancy_of(probs, gamma, start, policy):
    chain = np.einsum("sa,sat->st", policy, probs)
    visits = np.array(start, dtype=float)
    for _ in range(100):
        visits = start + gamma * visits @ chain
    return visits[:, None] * policy


def one_policy(probs, gamma, start, first, second, share):
    d = share * occupancy_of(probs, gamma, start, first)
    d = d + (1 - share) * occupancy_of(probs, gamma, start, second)
    total = d.sum(axis=1)
    result = np.full(d.shape, 1 / d.shape[1])
    seen = total > 1e-12
    result[seen] = d[seen] / total[seen, None]
    return result
