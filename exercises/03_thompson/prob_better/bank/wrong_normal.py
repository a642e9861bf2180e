"""You put a bell curve with the same mean and variance in the place of each posterior. With many
pulls that is close; with few the posterior is skewed and ends at 0 and 1, and the exact value was
asked for."""

import math


def prob_better(a1, b1, a2, b2):
    mean = a1 / (a1 + b1) - a2 / (a2 + b2)
    variance = sum(a * b / ((a + b) ** 2 * (a + b + 1)) for a, b in ((a1, b1), (a2, b2)))
    return 0.5 * (1 + math.erf(mean / math.sqrt(2 * variance)))
