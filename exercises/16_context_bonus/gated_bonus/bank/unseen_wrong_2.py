"""A standard deviation of a sample is taken with ddof=1, as in the statistics course."""
import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, ddof=1, keepdims=True)
    flat = np.ptp(novelty, axis=1, keepdims=True) == 0
    z = np.where(flat, 0.0, (novelty - mean) / np.where(flat, 1.0, sd))
    return episodic * np.clip(1 + z, 1, most)
