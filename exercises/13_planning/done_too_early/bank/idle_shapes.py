"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def values_within(probs, reward, gamma, tolerance):
    return np.zeros(len(reward))
