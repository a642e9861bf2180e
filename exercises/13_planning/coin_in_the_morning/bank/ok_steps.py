import numpy as np


def one_policy(probs, gamma, start, first, second, share):
    n_states, n_actions = first.shape
    both = np.zeros((n_states, n_actions))
    for weight, policy in ((share, first), (1 - share, second)):
        here = np.array(start, dtype=float) * weight
        for _ in range(4000):
            both += here[:, None] * policy
            here = gamma * np.tensordot(here[:, None] * policy, probs, axes=2)
    out = np.empty_like(both)
    for s in range(n_states):
        total = both[s].sum()
        out[s] = both[s] / total if total > 1e-12 else 1 / n_actions
    return out
