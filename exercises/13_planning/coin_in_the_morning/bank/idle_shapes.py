"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def one_policy(probs, gamma, start, first, second, share):
    return np.full(first.shape, 1 / first.shape[1])
