"""Misconception: a1, b1, a2, b2 are counts of cures and failures, so the uniform prior must still be added."""
import math


def prob_better(a1, b1, a2, b2):
    a1, b1, a2, b2 = a1 + 1, b1 + 1, a2 + 1, b2 + 1
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    good = 0
    for k in range(a1):
        good += math.comb(a2 - 1 + k, k) * math.comb(n1 - k + n2 - a2, n1 - k)
    return good / math.comb(n1 + n2, n1)
