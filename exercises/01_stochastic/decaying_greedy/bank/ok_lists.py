"""Plain Python lists, one run after the other."""

import math

import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.history = [[[] for _ in range(n_arms)] for _ in range(n_runs)]

    def act(self, t, u_explore, u_arm):
        chosen = []
        for r, arms in enumerate(self.history):
            epsilon = (len(arms) * math.log(t) / t) ** (1 / 3)
            if u_explore[r] < epsilon:
                chosen.append(int(u_arm[r] * len(arms)))
            else:
                means = [sum(rewards) / len(rewards) if rewards else 0 for rewards in arms]
                chosen.append(means.index(max(means)))
        return np.array(chosen)

    def learn(self, arm, reward):
        for r, arms in enumerate(self.history):
            arms[arm[r]].append(reward[r])
