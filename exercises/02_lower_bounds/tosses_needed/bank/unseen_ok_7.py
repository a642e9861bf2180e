"""Bisection over n, with the likelihood ratio's cut solved for and two binomial tails."""
import math

from scipy.stats import binom


class TwoCoins:
    def __init__(self, p, q):
        self.few, self.many = sorted((p, q))
        per_head = math.log(self.many / self.few)
        per_tail = math.log((1 - self.few) / (1 - self.many))
        self.share = per_tail / (per_head + per_tail)

    def error(self, n):
        cut = math.floor(n * self.share)  # up to here: the coin with few heads
        return (binom.sf(cut, n, self.few) + binom.cdf(cut, n, self.many)) / 2


def tosses_needed(p, q, delta):
    coins = TwoCoins(p, q)
    too_few, enough = 0, 1024
    while enough - too_few > 1:
        middle = (too_few + enough) // 2
        if coins.error(middle) <= delta:
            enough = middle
        else:
            too_few = middle
    return enough
