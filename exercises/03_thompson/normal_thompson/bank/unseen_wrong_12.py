"""Misconception: the arrays made for the first game can be used again: a second reset of the same size only widens the beliefs and leaves their means."""
import numpy as np


class NormalThompson:
    """Thompson sampling for normal rewards of known noise."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd
        self.mean = np.empty((0, 0))

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        if self.mean.shape != (n_runs, n_arms):
            self.mean = np.full((n_runs, n_arms), float(self.prior_mean))
        self.precision = np.full((n_runs, n_arms), self.prior_sd**-2.0)

    def act(self, z):
        width = 1 / np.sqrt(self.precision)
        return (self.mean + width * z).argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
