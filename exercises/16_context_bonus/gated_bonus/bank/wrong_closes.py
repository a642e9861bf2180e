"""The gate may not close: what comes out below 1 is put to 1. Yours goes down to 0, which is a product again."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    sd = np.where(sd > 1e-12, sd, 1.0)
    gate = 1 + (novelty - mean) / sd
    return episodic * np.clip(gate, 0, most)
