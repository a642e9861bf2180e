"""In a run whose places are all equally novel you divide 0 by 0. There the gate must be 1."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    with np.errstate(all="ignore"):
        gate = 1 + (novelty - mean) / sd
    return episodic * np.clip(gate, 1, most)
