"""No scipy: one more toss updates both laws (Pascal's rule), and the error is (1 - total variation)/2; a NumPy int."""
import numpy as np


def one_more_toss(law, heads):
    longer = np.zeros(law.size + 1)
    longer[:-1] += law * (1 - heads)
    longer[1:] += law * heads
    return longer


def tosses_needed(p, q, delta):
    a = b = np.ones(1)
    while True:
        a, b = one_more_toss(a, p), one_more_toss(b, q)
        tv = np.abs(a - b).sum() / 2
        if (1 - tv) / 2 <= delta:
            return np.int64(a.size - 1)
