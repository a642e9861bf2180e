import numpy as np


def spread(x):
    return np.ptp(x)
