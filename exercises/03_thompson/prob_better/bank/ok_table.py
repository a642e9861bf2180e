"""A table by recursion: shuffle the uniform numbers one by one, from the smallest up."""

import numpy as np


def prob_better(a1, b1, a2, b2):
    """Walk up through all numbers: each next one is red or blue in proportion to what is left."""
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    chance = np.zeros(n2 + 1)  # chance[j]: j blue numbers met, and fewer red ones than a1
    chance[0] = 1.0
    for red in range(a1):
        for j in range(n2):
            blue_next = (n2 - j) / (n1 - red + n2 - j)
            chance[j + 1] += chance[j] * blue_next
            chance[j] *= 1 - blue_next
    return float(chance[a2:].sum())
