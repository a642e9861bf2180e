"""Misconception: with hundreds of patients the beliefs are normal for all purposes, so the exact sum is needed for small parameters only."""
import math


def prob_better(a1, b1, a2, b2):
    if max(a1 + b1, a2 + b2) > 150:
        m1, m2 = a1 / (a1 + b1), a2 / (a2 + b2)
        v1 = m1 * (1 - m1) / (a1 + b1 + 1)
        v2 = m2 * (1 - m2) / (a2 + b2 + 1)
        return 0.5 * math.erfc((m2 - m1) / math.sqrt(2 * (v1 + v2)))
    n1, n2 = a1 + b1 - 1, a2 + b2 - 1
    good = 0
    for k in range(a1):
        good += math.comb(a2 - 1 + k, k) * math.comb(n1 - k + n2 - a2, n1 - k)
    return good / math.comb(n1 + n2, n1)
