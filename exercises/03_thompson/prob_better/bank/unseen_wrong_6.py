"""Misconception: to beat arm 2 means to exceed arm 2's mean, so the width of the second belief is left out."""
import math


def prob_better(a1, b1, a2, b2):
    x = a2 / (a2 + b2)
    n = a1 + b1 - 1
    # P(X1 > x) = P(fewer than a1 of n uniform numbers lie below x)
    total = 0.0
    for k in range(a1):
        log_term = (
            math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
            + k * math.log(x) + (n - k) * math.log1p(-x)
        )
        total += math.exp(log_term)
    return min(1.0, total)
