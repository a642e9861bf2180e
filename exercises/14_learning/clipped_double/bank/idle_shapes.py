"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def clipped_target(reward, first_q, second_q, terminated, truncated, discount):
    return np.zeros(len(reward))
