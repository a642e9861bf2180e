import numpy as np


class NormalThompson:
    """Sums only: count and total of each arm; the posterior is worked out in act."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.m0, self.s0, self.noise = prior_mean, prior_sd, noise_sd

    def reset(self, n_runs, n_arms):
        self.count = np.zeros((n_runs, n_arms))
        self.total = np.zeros((n_runs, n_arms))

    def act(self, z):
        # multiply mean and sd through by noise^2 to divide only once
        ratio = (self.noise / self.s0) ** 2  # the prior weighs as much as so many rewards
        weight = ratio + self.count
        mean = (ratio * self.m0 + self.total) / weight
        sd = self.noise / np.sqrt(weight)
        return np.argmax(mean + sd * z, axis=1)

    def learn(self, arm, reward):
        hit = np.eye(self.count.shape[1])[arm]
        self.count = self.count + hit
        self.total = self.total + hit * np.asarray(reward)[:, None]
