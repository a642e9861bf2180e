"""The width is a root, of course: the standard deviation is the square root of the precision."""
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

    def act(self, z):
        """The arms (R,), given standard normal numbers z (R, K)."""
        width = np.sqrt(self.precision)
        draws = self.mean + width * z
        return draws.argmax(axis=-1)

    def learn(self, arm, reward):
        """Precisions add; the mean is weighted by them."""
        cell = self.run, arm
        gained = self.noise_sd**-2.0
        before = self.precision[cell]
        after = before + gained
        self.mean[cell] = (before * self.mean[cell] + gained * reward) / after
        self.precision[cell] = after
