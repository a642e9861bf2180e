"""`axis=0` goes over the runs. A place is held against the other places of its own run."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=0)
    sd = novelty.std(axis=0)
    sd = np.where(sd > 1e-12, sd, 1.0)
    return episodic * np.clip(1 + (novelty - mean) / sd, 1, most)
