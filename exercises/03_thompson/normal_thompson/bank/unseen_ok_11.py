"""Plain Python: one small belief object per run and arm, loops, variance instead of precision (a Kalman gain)."""
import math

import numpy as np


class Belief:
    def __init__(self, mean, variance):
        self.mean = mean
        self.variance = variance

    def draw(self, z):
        return self.mean + math.sqrt(self.variance) * z

    def see(self, reward, noise_variance):
        gain = self.variance / (self.variance + noise_variance)
        self.mean += gain * (reward - self.mean)
        self.variance *= 1 - gain


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior = float(prior_mean), float(prior_sd) ** 2
        self.noise = float(noise_sd) ** 2

    def reset(self, n_runs, n_arms):
        self.beliefs = [
            [Belief(*self.prior) for _ in range(n_arms)]
            for _ in range(n_runs)
        ]

    def act(self, z):
        arms = []
        for row, numbers in zip(self.beliefs, z):
            draws = [b.draw(float(x)) for b, x in zip(row, numbers)]
            arms.append(draws.index(max(draws)))
        return np.array(arms, dtype=np.int64)

    def learn(self, arm, reward):
        for row, a, r in zip(self.beliefs, arm, reward):
            row[int(a)].see(float(r), self.noise)
