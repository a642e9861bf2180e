"""All arms of a run share one random number. Then all draws go up together and down together, and
an arm that is known well has no chance when the number is high, nor one known badly when it is low.
Each arm needs a draw of its own."""

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
        draws = self.mean + width * z[:, :1]
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
