"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def regret_elsewhere(regret, *others):
    return np.zeros(regret.shape)
