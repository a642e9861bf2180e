"""Misconception: the higher mean is the arm that wins the majority of n head-to-head duels, each lost with the one-pull probability of a wrong choice."""
import math

import numpy as np


def _pmf(n, p):
    if p <= 0 or p >= 1:
        out = np.zeros(n + 1)
        out[n if p >= 1 else 0] = 1.0
        return out
    k = np.arange(n + 1)
    log_fact = np.array([math.lgamma(i + 1) for i in range(n + 1)])
    return np.exp(log_fact[n] - log_fact - log_fact[::-1]
                  + k * math.log(p) + (n - k) * math.log1p(-p))


def explore_first_regret(n_explore, horizon, good, bad):
    one_duel = bad * (1 - good) + 0.5 * (good * bad + (1 - good) * (1 - bad))
    lost = _pmf(n_explore, one_duel)
    k = np.arange(n_explore + 1)
    wrong = lost[2 * k > n_explore].sum() + 0.5 * lost[2 * k == n_explore].sum()
    return float((good - bad) * (n_explore + (horizon - 2 * n_explore) * wrong))
