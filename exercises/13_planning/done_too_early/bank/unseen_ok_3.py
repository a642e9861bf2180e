"""Policy iteration with linear systems in place of sweeps: exact, so the tolerance is not even looked at."""
import numpy as np


def values_within(probs, reward, gamma, tolerance):
    n = len(reward)
    rows = np.arange(n)
    policy = np.zeros(n, dtype=int)
    while True:
        value = np.linalg.solve(np.eye(n) - gamma * probs[rows, policy], reward[rows, policy])
        q = reward + gamma * (probs @ value)
        better = q.max(axis=1) > q[rows, policy] + 1e-12 * (1 + np.abs(q).max())
        if not better.any():
            return value
        policy = np.where(better, q.argmax(axis=1), policy)
