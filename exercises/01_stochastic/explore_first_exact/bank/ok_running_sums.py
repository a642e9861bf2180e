import math

import numpy as np


def _log_pmf(n, p):
    k = np.arange(n + 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        up = np.where(k > 0, k * np.log(p), 0.0)
        down = np.where(k < n, (n - k) * np.log1p(-p), 0.0)
    ways = np.array([math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in k])
    return np.exp(ways + up + down)


def explore_first_regret(n_explore, horizon, good, bad):
    pg, pb = _log_pmf(n_explore, good), _log_pmf(n_explore, bad)
    cdf = pg.cumsum()
    error = sum(pb[k] * (cdf[k] - 0.5 * pg[k]) for k in range(n_explore + 1))
    return (good - bad) * (n_explore + error * (horizon - 2 * n_explore))
