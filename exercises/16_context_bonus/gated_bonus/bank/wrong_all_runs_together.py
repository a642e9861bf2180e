"""Mean and standard deviation are taken over all runs together. A run whose novelty is small in general then never opens
its gate."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    sd = novelty.std() or 1.0
    gate = 1 + (novelty - novelty.mean()) / sd
    return episodic * np.clip(gate, 1, most)
