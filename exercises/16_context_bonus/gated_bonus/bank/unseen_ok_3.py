"""Pure Python with math: sums written out, three cases for each place."""
import math

import numpy as np


def gated_bonus(episodic, novelty, most):
    result = []
    for bonuses, row in zip(episodic.tolist(), novelty.tolist()):
        mean = math.fsum(row) / len(row)
        sd = math.sqrt(math.fsum((n - mean) ** 2 for n in row) / len(row))
        flat = max(row) == min(row)
        line = []
        for b, n in zip(bonuses, row):
            if flat or n <= mean:
                line.append(b)
            elif 1 + (n - mean) / sd >= most:
                line.append(b * most)
            else:
                line.append(b * (1 + (n - mean) / sd))
        result.append(line)
    return np.array(result)
