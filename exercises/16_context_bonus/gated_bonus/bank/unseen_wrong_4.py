"""The bonus is raised by the gate, and what then comes out above most is put to most."""
import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    flat = np.ptp(novelty, axis=1, keepdims=True) == 0
    z = np.where(flat, 0.0, (novelty - mean) / np.where(flat, 1.0, sd))
    return np.minimum(episodic * np.maximum(1 + z, 1), most)
