"""Misconception: n rewards narrow a belief to noise_sd / sqrt(n + 1), as if the prior always weighed as much as one reward."""
import numpy as np


class NormalThompson:
    """Thompson sampling for normal rewards of known noise."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.mean = np.full((n_runs, n_arms), float(self.prior_mean))
        self.precision = np.full((n_runs, n_arms), self.prior_sd**-2.0)
        self.pulls = np.zeros((n_runs, n_arms))

    def act(self, z):
        width = self.noise_sd / np.sqrt(self.pulls + 1)
        return (self.mean + width * z).argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
        self.pulls[cell] += 1
