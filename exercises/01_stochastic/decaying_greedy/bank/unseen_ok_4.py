import math

import numpy as np


def exploration_probability(t, n_arms):
    if t <= 1:
        return 0.0  # log 1 = 0
    return min(1.0, math.exp(math.log(n_arms * math.log(t) / t) / 3))


class DecayingGreedy:
    """Overly careful: copies, checks, running mean written as a weighted average."""

    def __init__(self):
        self.pulls = None
        self.mean = None

    def reset(self, n_runs, n_arms):
        self.n_runs = int(n_runs)
        self.n_arms = int(n_arms)
        self.pulls = np.zeros((self.n_runs, self.n_arms), dtype=np.int64)
        self.mean = np.zeros((self.n_runs, self.n_arms), dtype=np.float64)
        self.edges = np.arange(1, self.n_arms) / self.n_arms

    def act(self, t, u_explore, u_arm):
        u_explore = np.array(u_explore, dtype=float)
        u_arm = np.array(u_arm, dtype=float)
        assert u_explore.shape == u_arm.shape == (self.n_runs,)
        chosen = np.argmax(self.mean, axis=1)
        explore = np.flatnonzero(u_explore < exploration_probability(t, self.n_arms))
        chosen[explore] = np.searchsorted(self.edges, u_arm[explore], side="right")
        assert chosen.min() >= 0 and chosen.max() < self.n_arms
        return chosen.copy()

    def learn(self, arm, reward):
        arm = np.array(arm, dtype=np.int64)
        reward = np.array(reward, dtype=np.float64)
        rows = np.arange(self.n_runs)
        before = self.pulls[rows, arm]
        old = self.mean[rows, arm]
        self.mean[rows, arm] = (before * old + reward) / (before + 1)
        self.pulls[rows, arm] = before + 1
