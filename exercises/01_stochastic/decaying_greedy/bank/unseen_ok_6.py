"""Plain Python: for each run lists of sums and counts, loops over runs, no fancy indexing."""
import math

import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.k = n_arms
        self.sums = [[0.0] * n_arms for _ in range(n_runs)]
        self.counts = [[0] * n_arms for _ in range(n_runs)]

    def _greedy(self, r):
        best, best_mean = 0, -1.0
        for a in range(self.k):
            n = self.counts[r][a]
            mean = self.sums[r][a] / n if n else 0.0
            if mean > best_mean:
                best, best_mean = a, mean
        return best

    def act(self, t, u_explore, u_arm):
        epsilon = min(1.0, (self.k * math.log(t) / t) ** (1.0 / 3.0))
        arms = []
        for r in range(len(self.sums)):
            if u_explore[r] < epsilon:
                arms.append(int(u_arm[r] * self.k))
            else:
                arms.append(self._greedy(r))
        return np.array(arms)

    def learn(self, arm, reward):
        for r, (a, x) in enumerate(zip(arm, reward)):
            self.sums[r][int(a)] += float(x)
            self.counts[r][int(a)] += 1
