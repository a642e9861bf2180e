"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def anytime_interval(means, looks, delta):
    return np.zeros((*means.shape, 2))
