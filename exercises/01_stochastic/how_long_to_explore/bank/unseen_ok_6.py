"""Computes the exact regret and reads the four answers off."""
import math

import numpy as np


def law(n, p):
    k = np.arange(n + 1)
    lg = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    return np.exp(lg[n] - lg - lg[::-1] + k * math.log(p) + (n - k) * math.log(1 - p))


def regret(n, horizon, good, bad):
    g, b = law(n, good), law(n, bad)
    wrong = (b * (np.cumsum(g) - g / 2)).sum()
    return (good - bad) * (n + (horizon - 2 * n) * wrong)


def predict():
    choices = np.array([2, 10, 50, 250, 1250])
    large = [regret(n, 10_000, 0.65, 0.35) for n in choices]
    small = [regret(n, 10_000, 0.55, 0.45) for n in choices]
    i = int(np.argmin(large))
    few, many = large[i - 1], large[i + 1]
    best = [
        1 + min(range(299), key=lambda j: regret(j + 1, T, 0.65, 0.35))
        for T in (10_000, 1_000_000)
    ]
    growth = min((1, 2, 20, 100), key=lambda c: abs(math.log(best[1] / best[0] / c)))
    return {
        "large_gap": choices[i],
        "small_gap": choices[int(np.argmin(small))],
        "dearer": "too few" if few > many else "too many",
        "growth": growth,
    }
