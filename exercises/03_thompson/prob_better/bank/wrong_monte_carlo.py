"""You estimated it from random draws. Ten thousand draws leave an error of half a percentage point;
the value was asked for to nine digits, and a finite sum gives it."""

import numpy as np


def prob_better(a1, b1, a2, b2):
    rng = np.random.default_rng(0)
    return float((rng.beta(a1, b1, 10_000) > rng.beta(a2, b2, 10_000)).mean())
