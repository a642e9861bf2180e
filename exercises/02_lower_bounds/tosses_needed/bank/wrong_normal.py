"""You replaced the binomial laws by normal ones. That is close, but the question is the exact
number; with a few tosses, or coins near 0 or 1, the bell curve is off by some tosses."""

import math


def error(p, q, n):
    spread = math.sqrt(p * (1 - p)) + math.sqrt(q * (1 - q))
    return math.erfc(abs(p - q) * math.sqrt(n) / spread / math.sqrt(2)) / 2


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
