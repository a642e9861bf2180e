"""Your test goes by the nearer mean: it splits the shares of heads halfway between p and q. The
likelier coin is not always the nearer one: 0 heads in 3 tosses speak more strongly against 0.5 than
their distance says. Near 0 and 1 coins vary less."""

import numpy as np
from scipy.stats import binom


def error(p, q, n):
    heads = np.arange(n + 1)
    low, high = min(p, q), max(p, q)
    says_high = heads > n * (p + q) / 2
    return (binom.pmf(heads, n, low)[says_high].sum() + binom.pmf(heads, n, high)[~says_high].sum()) / 2


def tosses_needed(p, q, delta):
    n = 1
    while error(p, q, n) > delta:
        n += 1
    return n
