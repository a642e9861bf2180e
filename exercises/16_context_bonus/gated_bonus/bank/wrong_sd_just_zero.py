"""You ask whether s is exactly 0. The mean of equal numbers may be off in its last digit; then s is about 1e-17, and the
gate comes out as 2. Ask whether the novelties are equal, or whether s is very small."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    above = novelty - novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    sd[sd == 0] = 1
    return episodic * np.clip(1 + above / sd, 1, most)
