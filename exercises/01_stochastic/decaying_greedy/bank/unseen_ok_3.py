import numpy as np


class DecayingGreedy:
    """Sums and counts; u_arm also breaks the ties, since any best arm will do."""

    def reset(self, n_runs, n_arms):
        self.n = np.zeros((n_runs, n_arms), dtype=np.int32)
        self.s = np.zeros((n_runs, n_arms))

    def act(self, t, u_explore, u_arm):
        R, K = self.n.shape
        m = self.s / np.maximum(self.n, 1)
        ok = m == m.max(axis=1, keepdims=True)
        ok |= (u_explore < np.cbrt(K * np.log(t) / t))[:, None]
        # the j-th of the allowed arms, j = floor(u * number of allowed arms)
        j = np.floor(u_arm * ok.sum(axis=1))
        return (ok.cumsum(axis=1) > j[:, None]).argmax(axis=1).astype(np.int32)

    def learn(self, arm, reward):
        hit = np.arange(self.n.shape[1]) == np.asarray(arm)[:, None]
        self.n += hit
        self.s += hit * np.asarray(reward)[:, None]
