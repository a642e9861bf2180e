"""Style: only the pairs of pulls that disagree count; how many do, and who leads among them."""
import math

import numpy as np


def _pmf(n, p, logs):
    k = np.arange(n + 1)
    ways = logs[n] - logs[: n + 1] - logs[n::-1]
    with np.errstate(divide="ignore", invalid="ignore"):
        a = np.where(k == 0, 0.0, k * np.log(p))
        b = np.where(k == n, 0.0, (n - k) * np.log1p(-p))
    return np.exp(ways + a + b)


def explore_first_regret(n_explore, horizon, good, bad):
    n, good, bad = int(n_explore), float(good), float(bad)
    logs = np.array([math.lgamma(k + 1) for k in range(n + 1)])
    win, lose = good * (1 - bad), bad * (1 - good)
    differ = win + lose
    if differ == 0:                         # the coins never disagree: both 0 or both 1
        wrong = 0.5
    else:
        share = lose / differ               # the bad arm's share of these pairs
        number = _pmf(n, np.float64(min(differ, 1.0)), logs)
        terms = [0.5 * number[0]]
        for m in range(1, n + 1):
            if number[m] == 0:
                continue
            law = _pmf(m, np.float64(share), logs)
            tail = law[m // 2 + 1:].sum()
            if m % 2 == 0:
                tail += law[m // 2] / 2
            terms.append(number[m] * tail)
        wrong = math.fsum(terms)
    cost = [n * (good - bad), (horizon - 2 * n) * wrong * (good - bad)]
    return math.fsum(cost)
