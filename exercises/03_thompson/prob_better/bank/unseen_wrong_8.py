"""X1 must be larger than the a2-th blue number, so strictly more than a2 blue ones lie below it."""
import math


def prob_better(a1, b1, a2, b2):
    reds = a1 + b1 - 1
    blues = a2 + b2 - 1
    good = 0
    for below in range(a2 + 1, blues + 1):
        above = blues - below
        good += math.comb(a1 - 1 + below, below) * math.comb(
            b1 - 1 + above, above
        )
    return good / math.comb(reds + blues, reds)
