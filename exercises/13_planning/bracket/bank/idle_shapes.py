"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def bracket(probs, reward, gamma, value):
    return np.zeros((2, len(value)))
