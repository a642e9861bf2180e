"""The likelihood ratio's threshold in the number of heads, and the two tails beyond it."""

import math

from scipy.stats import binom


def tosses_needed(p, q, delta):
    low, high = sorted((p, q))
    head, tail = math.log(high / low), math.log((1 - low) / (1 - high))
    n = 1
    while True:
        most = math.floor(n * tail / (head + tail))  # up to so many heads the low coin is likelier
        if (binom.sf(most, n, low) + binom.cdf(most, n, high)) / 2 <= delta:
            return n
        n += 1
