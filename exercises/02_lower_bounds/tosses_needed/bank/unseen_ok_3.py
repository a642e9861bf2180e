import numpy as np


def tosses_needed(p, q, delta):
    """The two laws grow by one toss at a time."""
    law_p = law_q = np.ones(1)
    n = 0
    error = 0.5
    while error > delta:
        law_p = np.convolve(law_p, [1 - p, p])
        law_q = np.convolve(law_q, [1 - q, q])
        error = 0.5 * np.minimum(law_p, law_q).sum()
        n += 1
    return n
