"""Another algebra: the sum over i < a1 of beta functions (as in A/B testing), by whole-number factorials."""
import math


def prob_better(a1, b1, a2, b2):
    fact = [1]
    for k in range(1, a1 + b1 + a2 + b2 + 1):
        fact.append(fact[-1] * k)
    # sum_i B(a2 + i, b1 + b2) / ((b1 + i) B(1 + i, b1) B(a2, b2)), i < a1
    parts = []
    for i in range(a1):
        top = fact[a2 + i - 1] * fact[b1 + b2 - 1] * fact[b1 + i]
        top *= fact[a2 + b2 - 1]
        low = fact[a2 + i + b1 + b2 - 1] * (b1 + i) * fact[i] * fact[b1 - 1]
        low *= fact[a2 - 1] * fact[b2 - 1]
        parts.append(top / low)
    return math.fsum(parts)
