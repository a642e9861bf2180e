"""Predictions on the edge of what one may expect, as NumPy numbers."""

import numpy as np


def peeking_share(case):
    shares = np.array([0.06, 0.18, 0.43, 0.66])
    return shares[["one look", "ten looks", "every toss", "ten times longer"].index(case)]
