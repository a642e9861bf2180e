"""Termination zeroes the next q, as in SARSA; the advice is a table and is paid for every step alike."""
import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    s, a, r, s2, a2, terminated = step
    new = np.array(q, dtype=float)
    paid = r + discount * advice[s2, a2] - advice[s, a]
    ahead = 0.0 if terminated else q[s2, a2]
    new[s, a] += rate * (paid + discount * ahead - q[s, a])
    return new, (new + advice).argmax(axis=1)
