"""The laws are built up toss by toss, and the overlap comes from the total variation."""

import numpy as np


def tosses_needed(p, q, delta):
    one, other, n = np.ones(1), np.ones(1), 0
    while True:
        one = np.append((1 - p) * one, 0) + np.insert(p * one, 0, 0)
        other = np.append((1 - q) * other, 0) + np.insert(q * other, 0, 0)
        n += 1
        if (1 - np.abs(one - other).sum() / 2) / 2 <= delta:
            return n
