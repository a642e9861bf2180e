"""Other algebra: the law of the difference of the counts by a convolution; regret = best reward minus expected reward; np.float64."""
import math

import numpy as np


class Coin:
    def __init__(self, p):
        self.p = float(p)

    def counts(self, n):
        heads = np.arange(1, n + 1)
        if self.p in (0.0, 1.0):
            out = np.zeros(n + 1)
            out[int(self.p) * n] = 1.0
            return out
        odds = math.log(self.p) - math.log1p(-self.p)
        steps = np.log(n - heads + 1.0) - np.log(heads) + odds
        logs = np.concatenate(([0.0], np.cumsum(steps)))
        out = np.exp(logs - logs.max())
        return out / out.sum()


def explore_first_regret(n_explore, horizon, good, bad):
    better, worse = Coin(good), Coin(bad)
    ahead = np.convolve(better.counts(n_explore), worse.counts(n_explore)[::-1])
    # entry n_explore + d: the good arm is d payments ahead
    score = np.sign(np.arange(2 * n_explore + 1) - n_explore)
    wrong = (ahead * (1 - score) / 2).sum()
    rest = horizon - 2 * n_explore
    pulls_of_worse = n_explore + rest * wrong
    return np.float64((better.p - worse.p) * pulls_of_worse)
