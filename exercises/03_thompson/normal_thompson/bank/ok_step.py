"""The mean moves towards the reward by a share of the way; a mask instead of an index."""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean, self.prior_sd, self.noise_sd = prior_mean, prior_sd, noise_sd

    def reset(self, n_runs, n_arms):
        self.mean = np.ones((n_runs, n_arms)) * self.prior_mean
        self.sd = np.ones((n_runs, n_arms)) * self.prior_sd

    def act(self, z):
        return (self.mean + self.sd * z).argmax(axis=-1)

    def learn(self, arm, reward):
        pulled = arm[:, None] == np.arange(self.mean.shape[1])
        step = self.sd**2 / (self.sd**2 + self.noise_sd**2)
        self.mean = np.where(pulled, self.mean + step * (reward[:, None] - self.mean), self.mean)
        self.sd = np.where(pulled, self.sd * np.sqrt(1 - step), self.sd)
