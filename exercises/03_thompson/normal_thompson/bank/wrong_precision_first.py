"""You raise the precision first and then weigh the old mean with the new one. The old mean must be weighed with what
was known before this reward."""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.mean = np.full((n_runs, n_arms), float(self.prior_mean))
        self.precision = np.full((n_runs, n_arms), self.prior_sd**-2.0)

    def act(self, z):
        width = 1 / np.sqrt(self.precision)
        draws = self.mean + width * z
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        self.precision[cell] += gained
        weight = gained / (self.precision[cell] + gained)
        self.mean[cell] += weight * (reward - self.mean[cell])
