"""Knows the shapes and nothing else. What it passes earns nothing."""

import numpy as np


def sigma_target(reward, next_q, next_action, terminated, truncated, discount, epsilon, sigma):
    return np.zeros(len(reward))
