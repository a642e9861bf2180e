"""A simulation of its own with another seed: no prediction, but the right numbers."""

import numpy as np


def peeking_share(case):
    tosses = 10_000 if case == "ten times longer" else 1000
    looks = {"one look": [1000], "ten looks": range(100, 1001, 100)}.get(case, range(10, tosses + 1))
    n = np.array(looks)
    steps = np.random.default_rng(5).choice(np.array([-1, 1], np.int8), (1000, tosses))
    walk = steps.cumsum(axis=1, dtype=np.int16)[:, n - 1]
    return float((np.abs(walk) > 1.96 * np.sqrt(n)).any(axis=1).mean())
