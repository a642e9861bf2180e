"""Draw from both and count; with a fixed seed the same arguments give the same float, so it is not random."""
import numpy as np


def prob_better(a1, b1, a2, b2):
    rng = np.random.default_rng(0)
    n = 200_000
    x1 = rng.beta(a1, b1, n)
    x2 = rng.beta(a2, b2, n)
    return float((x1 > x2).mean())
