"""`array[:, arm]` changes the columns `arm` in every run, not one cell in each run. Then each run
also learns from the pulls of all others. Give NumPy the number of the run beside the number of the
arm."""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.mean = np.full((n_runs, n_arms), float(self.prior_mean))
        self.precision = np.full((n_runs, n_arms), self.prior_sd**-2.0)

    def act(self, z):
        width = 1 / np.sqrt(self.precision)
        draws = self.mean + width * z
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        gained = self.noise_sd**-2.0
        for k, r in zip(arm, reward):
            before = self.precision[:, k]
            after = before + gained
            self.mean[:, k] = (before * self.mean[:, k] + gained * r) / after
            self.precision[:, k] = after
