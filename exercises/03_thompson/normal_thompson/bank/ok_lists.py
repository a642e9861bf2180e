"""Plain lists and loops, one run at a time."""

import numpy as np


class NormalThompson:
    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior = (prior_mean, prior_sd**2)
        self.noise = noise_sd**2

    def reset(self, n_runs, n_arms):
        self.belief = [[self.prior] * n_arms for _ in range(n_runs)]

    def act(self, z):
        arms = []
        for row, normal in zip(self.belief, z):
            draws = [m + v**0.5 * x for (m, v), x in zip(row, normal)]
            arms.append(draws.index(max(draws)))
        return np.array(arms)

    def learn(self, arm, reward):
        for row, k, r in zip(self.belief, arm, reward):
            mean, variance = row[k]
            gain = variance / (variance + self.noise)
            row[k] = (mean + gain * (r - mean), (1 - gain) * variance)
