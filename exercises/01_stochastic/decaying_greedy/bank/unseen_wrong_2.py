"""Misconception: exploring means trying something else, so the best arm is left out of the exploring draw."""

import math

import numpy as np


class DecayingGreedy:
    """Epsilon-greedy with falling epsilon."""

    def reset(self, n_runs, n_arms):
        self.n_arms = n_arms
        self.run = np.arange(n_runs)
        self.pulls = np.zeros((n_runs, n_arms))
        self.mean = np.zeros((n_runs, n_arms))

    def act(self, t, u_explore, u_arm):
        """The arms (R,) of round t."""
        rate = self.n_arms * math.log(t) / t
        epsilon = min(1.0, rate ** (1 / 3))
        best_arm = self.mean.argmax(axis=-1)
        shift = 1 + (u_arm * (self.n_arms - 1)).astype(int)
        any_arm = (best_arm + shift) % self.n_arms
        return np.where(u_explore < epsilon, any_arm, best_arm)

    def learn(self, arm, reward):
        """Move the mean of the pulled arm towards its reward."""
        self.pulls[self.run, arm] += 1
        step = 1 / self.pulls[self.run, arm]
        error = reward - self.mean[self.run, arm]
        self.mean[self.run, arm] += step * error
