"""Counts and sums; the posterior is worked out when it is needed."""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean, self.prior_sd, self.noise_sd = prior_mean, prior_sd, noise_sd

    def reset(self, n_runs, n_arms):
        self.pulls, self.total = np.zeros((2, n_runs, n_arms))

    def act(self, z):
        precision = 1 / self.prior_sd**2 + self.pulls / self.noise_sd**2
        weighted = self.prior_mean / self.prior_sd**2 + self.total / self.noise_sd**2
        return np.argmax(weighted / precision + z * precision**-0.5, axis=1)

    def learn(self, arm, reward):
        rows = range(len(arm))
        self.pulls[rows, arm] += 1
        self.total[rows, arm] += reward
