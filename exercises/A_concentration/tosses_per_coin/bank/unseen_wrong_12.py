"""I go through all gaps one by one with gap.ravel() and collect the answers in an array."""
import math

import numpy as np


def tosses_per_coin(gap, n_coins, delta):
    answers = []
    for g in np.asarray(gap).ravel():
        r = g / 2
        n = math.log(2 * n_coins / delta) / (2 * r * r)
        answers.append(math.ceil(n))
    return np.array(answers, dtype=int)
