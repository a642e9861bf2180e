"""You take Hoeffding's inequality, which says how many tosses are surely enough. That is an upper
bound for one test; the best test needs fewer, and the question is how few exactly."""

import math


def error(p, q, n):
    return math.exp(-n * (p - q) ** 2 / 2)


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
