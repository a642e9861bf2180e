"""Style: everything computed from the exact regret."""
import math

import numpy as np


def _regret(n, horizon, good, bad):
    k = np.arange(n + 1)
    f = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    ways = f[n] - f - f[::-1]
    g = np.exp(ways + k * math.log(good) + (n - k) * math.log(1 - good))
    b = np.exp(ways + k * math.log(bad) + (n - k) * math.log(1 - bad))
    wrong = b @ (np.cumsum(g) - g / 2)
    return (good - bad) * (n + (horizon - 2 * n) * wrong)


def predict():
    menu = (2, 10, 50, 250, 1250)
    large = {n: _regret(n, 10_000, 0.65, 0.35) for n in menu}
    small = {n: _regret(n, 10_000, 0.55, 0.45) for n in menu}
    best = min(large, key=large.get)
    short = min(range(1, 200), key=lambda n: _regret(n, 10_000, 0.65, 0.35))
    long = min(range(1, 200), key=lambda n: _regret(n, 1_000_000, 0.65, 0.35))
    return {
        "large_gap": best,
        "small_gap": min(small, key=small.get),
        "dearer": "too few" if large[best // 5] > large[best * 5] else "too many",
        "growth": min((1, 2, 20, 100), key=lambda c: abs(math.log(c * short / long))),
    }
