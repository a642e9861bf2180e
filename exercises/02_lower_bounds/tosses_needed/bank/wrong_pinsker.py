"""You solve Pinsker's inequality for n as if it were an equation. It says below which n no test can
do it; it does not say that a test does it from there on. The smallest n is larger."""

import math


def error(p, q, n):
    kl = p * math.log(p / q) + (1 - p) * math.log((1 - p) / (1 - q))
    return (1 - math.sqrt(n * kl / 2)) / 2 if n * kl < 2 else 0.0


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
