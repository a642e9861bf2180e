"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def least_goal(bonus, arrival, discount):
    return np.zeros(len(bonus))
