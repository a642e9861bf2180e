"""Runs as columns, so that no axis has to be kept."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    n = novelty.T
    sd = n.std(axis=0)
    flat = n.max(axis=0) == n.min(axis=0)
    sd[flat] = 1.0
    z = (n - n.mean(axis=0)) / sd
    z[:, flat] = 0.0
    return episodic * (1 + z).clip(1, most).T
