"""The step of a running mean counts the pulls of this arm, not the rounds.

The code handed out divides by the pulls of all arms together, which is the number of rounds. The
arm pulled in every round so far has the right mean; an arm first pulled in round 100 moves only a
hundredth of the way to its reward, and its mean stays near 0 for long. So the policy looks sound
while one arm leads from the start, and cannot change its mind: a better arm met late is never
believed. A test that asks for `mean` after six rounds finds it at once; a regret curve may not, in
worlds where the first favourite is the best arm.
"""

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
        step = 1 / self.pulls[self.run, arm]
        error = reward - self.mean[self.run, arm]
        self.mean[self.run, arm] += step * error
