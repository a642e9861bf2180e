"""Family: huge and deep replies. Stock: untried. Returns an array of 400 MB."""

import numpy as np


def spread(x):
    return np.zeros(50_000_000)
