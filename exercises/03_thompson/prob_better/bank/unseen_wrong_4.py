"""Misconception: the sum over the terms of arm 1 is the chance that arm 2 is the larger, so one takes 1 minus it (the two arms are swapped)."""
import math


def prob_better(a1, b1, a2, b2):
    def lbeta(a, b):
        return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)

    total = 0.0
    for i in range(a1):
        total += math.exp(
            lbeta(a2 + i, b1 + b2) - math.log(b1 + i) - lbeta(1 + i, b1) - lbeta(a2, b2)
        )
    return min(1.0, max(0.0, 1 - total))
