"""Computes everything exactly or by a grid with NumPy (binomial laws by lgamma, needle bound by bisection); functions in a dict."""
import math

import numpy as np

LG = np.array([math.lgamma(i + 1) for i in range(70_000)])


def law(n, p):
    k = np.arange(n + 1)
    return np.exp(LG[n] - LG[k] - LG[n - k] + k * np.log(p) + (n - k) * np.log1p(-p))


def error(n, g):
    """Best test between 1/2 - g and 1/2 + g."""
    return np.minimum(law(n, 0.5 - g), law(n, 0.5 + g)).sum() / 2


def need(g, delta):
    n = 1
    while error(n, g) > delta:
        n += 2
    return n


def kl(p, q):
    return p * np.log(p / q) + (1 - p) * np.log((1 - p) / (1 - q))


def tossed():
    return need(0.03, 0.1) / need(0.09, 0.1)


def certain():
    return need(0.05, 0.001) / need(0.05, 0.1)


def explore_first(T):
    gaps = np.geomspace(0.3 / np.sqrt(T), 0.9, 60)
    about = int(0.25 * T ** (2 / 3))
    lengths = np.unique(np.geomspace(about / 2, 2 * about, 30).astype(int))
    return min(
        max(g * (n + (T - 2 * n) * error(2 * n, g / 2)) for g in gaps)
        for n in lengths
    )


def needle(K, T=1e6):
    g = np.geomspace(0.1, 10, 500) * np.sqrt(K / T)
    nats = T / K * kl(0.5, 0.5 + g / 2)
    a, b = np.full(g.size, 1 / K), np.full(g.size, 1 - 1e-12)
    for _ in range(60):
        m = (a + b) / 2
        fits = kl(1 / K, m) <= nats
        a, b = np.where(fits, m, a), np.where(fits, b, m)
    return (T * g / 2 * (1 - a)).max()


RULES = {
    "tosses": tossed,
    "certainty": certain,
    "longer": lambda: explore_first(65536) / explore_first(1024),
    "arms": lambda: needle(400) / needle(100),
    "pair": lambda: ("first", "second")[
        int(np.argmax([0.1 / kl(0.4, 0.5), 0.1 / kl(0.85, 0.95)]))
    ],
}


def predict(question):
    return RULES[question]()
