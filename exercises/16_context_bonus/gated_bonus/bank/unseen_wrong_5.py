"""What lies below the mean counts 0 and nothing counts more than most, and then 1 is added."""
import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    flat = np.ptp(novelty, axis=1, keepdims=True) == 0
    z = np.where(flat, 0.0, (novelty - mean) / np.where(flat, 1.0, sd))
    return episodic * (1 + np.clip(z, 0, most))
