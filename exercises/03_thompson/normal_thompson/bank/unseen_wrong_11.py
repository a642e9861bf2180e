"""Misconception: the prior only widens the belief; its centre is the plain average of the rewards (the prior mean for an arm without any)."""
import numpy as np


class NormalThompson:
    """Thompson sampling for normal rewards of known noise."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.pulls = np.zeros((n_runs, n_arms))
        self.total = np.zeros((n_runs, n_arms))

    def act(self, z):
        average = self.total / np.maximum(self.pulls, 1)
        mean = np.where(self.pulls > 0, average, self.prior_mean)
        precision = self.prior_sd**-2.0 + self.pulls * self.noise_sd**-2.0
        return (mean + z / np.sqrt(precision)).argmax(axis=-1)

    def learn(self, arm, reward):
        self.pulls[self.run, arm] += 1
        self.total[self.run, arm] += reward
