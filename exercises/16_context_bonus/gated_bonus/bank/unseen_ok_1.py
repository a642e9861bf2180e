"""Whole arrays with keepdims; equal rows found by max == min, not by the computed s."""
import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    same = novelty.max(axis=1, keepdims=True) == novelty.min(axis=1, keepdims=True)
    z = np.where(same, 0.0, (novelty - mean) / np.where(same, 1.0, sd))
    return episodic * np.clip(1 + z, 1.0, most)
