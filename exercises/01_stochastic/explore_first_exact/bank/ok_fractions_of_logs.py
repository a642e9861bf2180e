import math

import numpy as np


def explore_first_regret(n_explore, horizon, good, bad):
    n = n_explore

    def pmf(p):
        if p == 0 or p == 1:
            return np.array([float(k == n * p) for k in range(n + 1)])
        return np.array(
            [
                math.exp(
                    math.lgamma(n + 1)
                    - math.lgamma(k + 1)
                    - math.lgamma(n - k + 1)
                    + k * math.log(p)
                    + (n - k) * math.log(1 - p)
                )
                for k in range(n + 1)
            ]
        )

    g, b = pmf(good), pmf(bad)
    rows, columns = np.indices((n + 1, n + 1))
    weight = np.where(rows > columns, 1.0, np.where(rows == columns, 0.5, 0.0))
    return np.float64((good - bad) * n + (horizon - 2 * n) * (good - bad) * (weight * np.outer(b, g)).sum())
