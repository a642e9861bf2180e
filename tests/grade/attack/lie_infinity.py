"""Family: objects that lie. Stock: untried. Returns infinity as a float of half precision, beside
which all differences vanish."""

import numpy as np


def spread(x):
    return np.float16(np.inf)
