"""A division by zero is avoided by counting an arm without pulls as pulled once; its radius is then large anyway."""
import numpy as np


def ucb1_index_range(reward_mean, pulls, t, low, high):

    n = np.maximum(pulls, 1)
    return reward_mean + (high - low) * np.sqrt(2 * np.log(t) / n)
