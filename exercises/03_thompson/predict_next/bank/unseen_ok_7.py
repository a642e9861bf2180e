"""NumPy scalars, zipped with the keys; the integral P(B > A) on a fine grid."""
import numpy as np


def predict_next():
    x = (np.arange(20_000) + 0.5) / 20_000

    def belief(cured, failed):
        p = x**cured * (1 - x) ** failed
        return p / p.sum()

    def b_wins(a, b):
        a, b = belief(*a), belief(*b)
        a_below = np.cumsum(a) - a / 2
        return np.sum(b * a_below)

    few = b_wins((4, 1), (0, 0))
    many = b_wins((40, 10), (0, 0))
    close = b_wins((40, 10), (35, 15))
    keys = ["few", "many", "close", "batch", "batch_ucb1"]
    return dict(zip(keys, [few, many, close, few * 100, np.float64(100)]))
