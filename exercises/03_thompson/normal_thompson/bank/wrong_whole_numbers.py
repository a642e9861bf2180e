"""Your draws are right, but your means begin as whole numbers if the prior mean is one. Such an array stays whole,
and each new mean loses what follows its point."""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.mean = np.full((n_runs, n_arms), self.prior_mean)
        self.precision = np.full((n_runs, n_arms), self.prior_sd**-2.0)

    def act(self, z):
        width = self.precision**-0.5
        return (self.mean + width * z).argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
