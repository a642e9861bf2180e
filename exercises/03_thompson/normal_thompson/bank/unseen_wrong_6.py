"""Misconception: an array filled with the prior mean holds floats, though for a whole-number mean NumPy makes an int array and cuts off every later mean."""
import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_sd = prior_sd
        self.noise_sd = noise_sd

    def reset(self, n_runs, n_arms):
        self.run = np.arange(n_runs)
        self.mean = np.full((n_runs, n_arms), self.prior_mean)
        self.precision = np.full((n_runs, n_arms), 1 / self.prior_sd**2)

    def act(self, z):
        draws = self.mean + z / np.sqrt(self.precision)
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        cell = self.run, arm
        gained = 1 / self.noise_sd**2
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
