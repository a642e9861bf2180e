"""The posterior mean is the average in which the prior mean counts as one more reward: (prior + sum) / (n + 1)."""
import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.n = np.zeros((n_runs, n_arms))
        self.total = np.zeros((n_runs, n_arms))

    def act(self, z):
        mean = (self.prior_mean + self.total) / (self.n + 1)
        precision = 1 / self.prior_sd**2 + self.n / self.noise_sd**2
        return np.argmax(mean + z / np.sqrt(precision), axis=1)

    def learn(self, arm, reward):
        run = np.arange(len(arm))
        self.n[run, arm] += 1
        self.total[run, arm] += reward
