"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    return np.ones(gap.shape, int)
