"""Your epsilon is the same in every round. Then a fixed share of all rounds is spent on arms known
to be worse, and the regret grows linearly for ever."""

import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.n_arms = n_arms
        self.run = np.arange(n_runs)
        self.pulls = np.zeros((n_runs, n_arms))
        self.mean = np.zeros((n_runs, n_arms))

    def act(self, t, u_explore, u_arm):
        epsilon = 0.1
        any_arm = (u_arm * self.n_arms).astype(int)
        best_arm = self.mean.argmax(axis=-1)
        return np.where(u_explore < epsilon, any_arm, best_arm)

    def learn(self, arm, reward):
        self.pulls[self.run, arm] += 1
        step = 1 / self.pulls[self.run, arm]
        error = reward - self.mean[self.run, arm]
        self.mean[self.run, arm] += step * error
