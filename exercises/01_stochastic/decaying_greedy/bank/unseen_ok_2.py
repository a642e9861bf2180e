import math

import numpy as np


class DecayingGreedy:
    """Plain Python lists and loops; the last of several best arms wins."""

    def reset(self, n_runs, n_arms):
        self.R, self.K = n_runs, n_arms
        self.count = [[0] * n_arms for _ in range(n_runs)]
        self.total = [[0.0] * n_arms for _ in range(n_runs)]

    def _mean(self, r, k):
        n = self.count[r][k]
        return self.total[r][k] / n if n else 0.0

    def act(self, t, u_explore, u_arm):
        eps = min(1, (self.K * math.log(t) / t) ** (1 / 3))
        arms = []
        for r in range(self.R):
            if u_explore[r] < eps:
                k = self.K - 1 - int(u_arm[r] * self.K)  # from the right
            else:
                k = 0
                for j in range(1, self.K):
                    if self._mean(r, j) >= self._mean(r, k):
                        k = j
            arms.append(k)
        return np.array(arms)

    def learn(self, arm, reward):
        for r in range(self.R):
            self.count[r][int(arm[r])] += 1
            self.total[r][int(arm[r])] += float(reward[r])
