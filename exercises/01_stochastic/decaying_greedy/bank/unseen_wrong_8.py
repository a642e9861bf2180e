"""The step sums the pulls along the wrong axis: the pulls of an arm are the sum over axis 0, taken at that arm."""
import math

import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.n_arms = n_arms
        self.run = np.arange(n_runs)
        self.pulls = np.zeros((n_runs, n_arms))
        self.mean = np.zeros((n_runs, n_arms))

    def act(self, t, u_explore, u_arm):
        rate = self.n_arms * math.log(t) / t
        epsilon = min(1.0, rate ** (1 / 3))
        any_arm = (u_arm * self.n_arms).astype(int)
        best_arm = self.mean.argmax(axis=-1)
        return np.where(u_explore < epsilon, any_arm, best_arm)

    def learn(self, arm, reward):
        self.pulls[self.run, arm] += 1
        step = 1 / self.pulls.sum(axis=0)[arm]
        error = reward - self.mean[self.run, arm]
        self.mean[self.run, arm] += step * error
