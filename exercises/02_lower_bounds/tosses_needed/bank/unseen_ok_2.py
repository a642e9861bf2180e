import math

from scipy.stats import binom


def tosses_needed(p, q, delta):
    """Cutoff of the likelihood ratio; on a tie it says the smaller."""
    a, b = sorted((p, q))
    slope = math.log((1 - a) / (1 - b)) / math.log(b * (1 - a) / (a * (1 - b)))
    n = 0
    while True:
        n += 1
        most = math.floor(n * slope)  # up to so many heads: say a
        if (binom.sf(most, n, a) + binom.cdf(most, n, b)) / 2 <= delta:
            return n
