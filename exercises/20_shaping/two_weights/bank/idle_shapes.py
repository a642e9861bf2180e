"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def hypergradient(weights, curvature, centre):
    return np.zeros(2)
