"""One-hot masks instead of index arrays; ties are broken by u_arm."""

import numpy as np


class DecayingGreedy:
    def reset(self, n_runs, n_arms):
        self.shape = (n_runs, n_arms)
        self.count, self.total = np.zeros(self.shape), np.zeros(self.shape)

    def act(self, t, u_explore, u_arm):
        n_arms = self.shape[1]
        epsilon = np.cbrt(n_arms * np.log(t) / t).clip(max=1)
        mean = np.divide(self.total, self.count, out=np.zeros(self.shape), where=self.count > 0)
        best = mean == mean.max(axis=-1, keepdims=True)
        ranks = best.cumsum(axis=-1)
        wanted = 1 + np.floor(u_arm * ranks[:, -1])
        greedy = (ranks == wanted[:, None]).argmax(axis=-1)
        edges = np.arange(1, n_arms) / n_arms
        return np.where(epsilon > u_explore, np.searchsorted(edges, u_arm, side="right"), greedy)

    def learn(self, arm, reward):
        chosen = np.arange(self.shape[1]) == arm[:, None]
        self.count += chosen
        self.total += chosen * reward[:, None]
