"""Doubles n until it is enough, then halves the interval: the error never rises with n."""

import math

import numpy as np


def enough(n, p, q, delta):
    k = np.arange(n + 1)
    logs = np.array([math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in k])
    laws = [np.exp(logs + k * math.log(x) + (n - k) * math.log(1 - x)) for x in (p, q)]
    return 0.5 * np.min(laws, axis=0).sum() <= delta


def tosses_needed(p, q, delta):
    low, high = 0, 1
    while not enough(high, p, q, delta):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        if enough(middle, p, q, delta):
            high = middle
        else:
            low = middle
    return high
