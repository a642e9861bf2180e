"""You multiply up the probabilities of whole runs and then divide. In a long game both products are
0 in floating point, and 0/0 is not a number. Divide round by round, or add logarithms."""

import numpy as np


def other_world(arm, reward, event, means, other):
    p, q = means[arm], other[arm]
    here = np.where(reward == 1, p, 1 - p).prod(axis=-1)
    there = np.where(reward == 1, q, 1 - q).prod(axis=-1)
    return float((there / here * event).mean())
