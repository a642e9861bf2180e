"""When you explore you take the arm pulled least so far. That is a sensible idea and another
algorithm; here every arm must be equally likely, whatever happened before."""

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
        any_arm = self.pulls.argmin(axis=-1)
        best_arm = self.mean.argmax(axis=-1)
        return np.where(u_explore < epsilon, any_arm, best_arm)

    def learn(self, arm, reward):
        self.pulls[self.run, arm] += 1
        step = 1 / self.pulls[self.run, arm]
        error = reward - self.mean[self.run, arm]
        self.mean[self.run, arm] += step * error
