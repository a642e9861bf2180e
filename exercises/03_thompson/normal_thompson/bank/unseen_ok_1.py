import numpy as np


class NormalThompson:
    """Counts and sums only; the posterior is worked out in act, as a variance."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.m0 = float(prior_mean)
        self.v0 = float(prior_sd) ** 2
        self.v = float(noise_sd) ** 2

    def reset(self, n_runs, n_arms):
        self.count = np.zeros((n_runs, n_arms))
        self.total = np.zeros((n_runs, n_arms))

    def act(self, z):
        below = self.v + self.count * self.v0
        mean = (self.v * self.m0 + self.v0 * self.total) / below
        variance = self.v0 * self.v / below
        return np.argmax(mean + np.sqrt(variance) * z, axis=1)

    def learn(self, arm, reward):
        hot = np.arange(self.count.shape[1]) == np.asarray(arm)[:, None]
        self.count = self.count + hot
        self.total = self.total + np.where(hot, np.asarray(reward)[:, None], 0.0)
