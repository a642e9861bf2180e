"""A chain of ifs, with a sentence of reason for each; NumPy scalars."""
import numpy as np


def peeking_share(case):
    if case == "one look":
        # that is what one look promises
        return np.float64(0.05)
    if case == "ten looks":
        # less than 0.40 of independent looks, more than two fresh ones
        return np.float64(0.18)
    if case == "every toss":
        # 6.6 doublings, each a bit more than 5 %
        return np.float64(0.42)
    # 10 doublings: more again, and never all in finite time
    return np.float64(0.55)
