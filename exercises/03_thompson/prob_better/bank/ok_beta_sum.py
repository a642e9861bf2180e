"""The sum of ratios of beta functions, by their logarithms."""

import math


def log_beta(a, b):
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def prob_better(a1, b1, a2, b2):
    base = log_beta(a2, b2)
    terms = (log_beta(a2 + i, b1 + b2) - math.log(b1 + i) - log_beta(1 + i, b1) - base for i in range(a1))
    return min(1.0, sum(math.exp(term) for term in terms))
