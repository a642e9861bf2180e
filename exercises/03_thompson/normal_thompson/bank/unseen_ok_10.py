"""Keeps only counts and sums of rewards, and works the posterior out anew in each act."""
import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.m, self.tau2, self.s2 = prior_mean, prior_sd**2, noise_sd**2

    def reset(self, n_runs, n_arms):
        self.count = np.zeros((n_runs, n_arms), dtype=int)
        self.total = np.zeros((n_runs, n_arms))

    def act(self, z):
        # multiply through by tau2 * s2: no precision anywhere
        below = self.s2 + self.count * self.tau2
        mean = (self.m * self.s2 + self.total * self.tau2) / below
        sd = np.sqrt(self.tau2 * self.s2 / below)
        return np.argmax(mean + sd * np.asarray(z), axis=1)

    def learn(self, arm, reward):
        run = np.arange(len(arm))
        self.count[run, arm] += 1
        self.total[run, arm] += reward
