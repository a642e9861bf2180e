"""A small number below the line instead of two cases."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    above = novelty - novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    return episodic * np.clip(1 + above / (sd + 1e-8), 1, most)
