"""You cut off first and add the 1 then, so your gate goes up to 1 + most. Add 1 first, then cut off at both ends."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    above = novelty - novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    flat = np.ptp(novelty, axis=1, keepdims=True) == 0
    z = np.where(flat, 0.0, above / np.where(flat, 1.0, sd))
    return episodic * (1 + np.clip(z, 0, most))
