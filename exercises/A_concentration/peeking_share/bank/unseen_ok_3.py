"""All four on the high side, as NumPy numbers, without a dict."""
import numpy as np


def peeking_share(case):
    names = np.array(["one look", "ten looks", "every toss", "ten times longer"])
    return np.array([0.07, 0.24, 0.55, 0.69])[names == case][0]
