import math

import numpy as np


class _Belief:
    """One arm of one run: a one-dimensional Kalman filter."""

    __slots__ = ("mean", "var")

    def __init__(self, mean, var):
        self.mean, self.var = mean, var

    def update(self, reward, noise_var):
        gain = self.var / (self.var + noise_var)
        self.mean += gain * (reward - self.mean)
        self.var *= 1.0 - gain


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.args = float(prior_mean), float(prior_sd) ** 2
        self.noise_var = float(noise_sd) ** 2

    def reset(self, n_runs, n_arms):
        self.table = [[_Belief(*self.args) for _ in range(n_arms)] for _ in range(n_runs)]

    def act(self, z):
        chosen = []
        for row, zs in zip(self.table, z):
            best, best_draw = 0, -math.inf
            for k, (belief, x) in enumerate(zip(row, zs)):
                draw = belief.mean + math.sqrt(belief.var) * float(x)
                if draw > best_draw:
                    best, best_draw = k, draw
            chosen.append(best)
        return np.array(chosen, dtype=int)

    def learn(self, arm, reward):
        for row, k, r in zip(self.table, arm, reward):
            row[int(k)].update(float(r), self.noise_var)
