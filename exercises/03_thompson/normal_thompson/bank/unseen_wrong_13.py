"""The width in act is the sd, 1 / precision, so the precision must be kept as 1 over the sd; the wrong line is in reset."""
import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.mean = np.full((n_runs, n_arms), float(self.prior_mean))
        self.precision = np.full((n_runs, n_arms), 1 / self.prior_sd)

    def act(self, z):
        width = 1 / self.precision
        draws = self.mean + width * z
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = 1 / self.noise_sd
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
