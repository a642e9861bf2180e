"""Besides the step, exploring has to pull one of the other arms, for pulling the best arm would be exploiting."""
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
        best_arm = self.mean.argmax(axis=-1)
        shift = 1 + (u_arm * (self.n_arms - 1)).astype(int)
        any_arm = (best_arm + shift) % self.n_arms
        return np.where(u_explore < epsilon, any_arm, best_arm)

    def learn(self, arm, reward):
        self.pulls[self.run, arm] += 1
        step = 1 / self.pulls[self.run, arm]
        error = reward - self.mean[self.run, arm]
        self.mean[self.run, arm] += step * error
