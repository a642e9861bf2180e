"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def advised_sarsa(q, advice, step, rate, discount):
    return q, np.zeros(len(q), int)
