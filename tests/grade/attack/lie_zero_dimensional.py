"""Family: objects that lie. Stock: untried. Returns arrays of no axes, of many, and of objects, one
after the other."""

import numpy as np

turn = iter(range(10**9))


def spread(x):
    kinds = [np.array(0.0), np.zeros((1,) * 30), np.array([None], dtype=object), np.zeros(1, dtype="V8")]
    return kinds[next(turn) % len(kinds)]
