"""The integrand is a polynomial, so Gauss's rule with enough nodes has no error but rounding."""

import math

import numpy as np


def prob_better(a1, b1, a2, b2):
    nodes, weights = np.polynomial.legendre.leggauss((a1 + b1 + a2 + b2) // 2 + 1)
    x = 0.5 * (nodes + 1)
    n = a2 + b2 - 1
    log_x, log_rest = np.log(x), np.log1p(-x)
    below = np.zeros_like(x)
    for j in range(a2, n + 1):
        log_ways = math.lgamma(n + 1) - math.lgamma(j + 1) - math.lgamma(n - j + 1)
        below += np.exp(log_ways + j * log_x + (n - j) * log_rest)
    log_norm = math.lgamma(a1) + math.lgamma(b1) - math.lgamma(a1 + b1)
    density = np.exp((a1 - 1) * log_x + (b1 - 1) * log_rest - log_norm)
    return float((0.5 * weights * density * below).sum())
