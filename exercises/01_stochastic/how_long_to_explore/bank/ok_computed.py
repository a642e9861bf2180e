import math

import numpy as np


def _wrong(n, good, bad):
    k = np.arange(n + 1)
    log_ways = np.array(
        [math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in range(n + 1)]
    )
    g = np.exp(log_ways + k * math.log(good) + (n - k) * math.log1p(-good))
    b = np.exp(log_ways + k * math.log(bad) + (n - k) * math.log1p(-bad))
    return float(b @ (g.cumsum() - g / 2))


def _regret(n, horizon, good, bad):
    return (good - bad) * (n + (horizon - 2 * n) * _wrong(n, good, bad))


def predict():
    options = [2, 10, 50, 250, 1250]
    large = min(options, key=lambda n: _regret(n, 10_000, 0.65, 0.35))
    small = min(options, key=lambda n: _regret(n, 10_000, 0.55, 0.45))
    few, many = _regret(large // 5, 10_000, 0.65, 0.35), _regret(5 * large, 10_000, 0.65, 0.35)
    lengths = [min(range(1, 250), key=lambda n, t=t: _regret(n, t, 0.65, 0.35)) for t in (10_000, 1_000_000)]
    factor = min([1, 2, 20, 100], key=lambda f: abs(math.log(lengths[1] / lengths[0] / f)))
    return {
        "large_gap": large,
        "small_gap": small,
        "dearer": "too few" if few > many else "too many",
        "growth": factor,
    }
