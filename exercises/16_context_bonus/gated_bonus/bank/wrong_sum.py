"""You return one number for each run. What is asked for is the bonus of each place."""

import numpy as np


def gated_bonus(episodic, novelty, most):
    mean = novelty.mean(axis=1, keepdims=True)
    sd = novelty.std(axis=1, keepdims=True)
    sd = np.where(sd > 1e-12, sd, 1.0)
    return (episodic * np.clip(1 + (novelty - mean) / sd, 1, most)).sum(axis=1)
