"""I wrote the whole class anew from the formula: total rewards over pulls, and epsilon is the rate to the power 1/3."""
import math

import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.K = n_arms
        self.rows = np.arange(n_runs)
        self.n = np.zeros((n_runs, n_arms), dtype=int)
        self.total = np.zeros((n_runs, n_arms))

    def act(self, t, u_explore, u_arm):
        eps = min(1, (self.K * math.log(t) / t) ** 1 / 3)
        greedy = (self.total / np.maximum(self.n, 1)).argmax(axis=1)
        random = np.floor(u_arm * self.K).astype(int)
        return np.where(u_explore < eps, random, greedy)

    def learn(self, arm, reward):
        self.n[self.rows, arm] += 1
        self.total[self.rows, arm] += reward
