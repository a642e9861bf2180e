import numpy as np


class NormalThompson:
    """Keeps the whole diary and reads it anew in every act; compares the arms two by
    two: arm k is best if mean_k - mean_j > sd_j z_j - sd_k z_k for all j."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.prior_mean = prior_mean
        self.prior_precision = 1.0 / (prior_sd * prior_sd)
        self.noise_precision = 1.0 / (noise_sd * noise_sd)

    def reset(self, n_runs, n_arms):
        self.shape = n_runs, n_arms
        self.diary = []

    def act(self, z):
        n_runs, n_arms = self.shape
        arms = np.array([a for a, _ in self.diary], dtype=int).reshape(-1, n_runs)
        paid = np.array([x for _, x in self.diary], dtype=float).reshape(-1, n_runs)
        means, sds = [], []
        for k in range(n_arms):
            mine = arms == k
            precision = self.prior_precision + self.noise_precision * mine.sum(axis=0)
            weighted = self.prior_precision * self.prior_mean
            weighted = weighted + self.noise_precision * (paid * mine).sum(axis=0)
            means.append(weighted / precision)
            sds.append(precision**-0.5)
        best = np.zeros(n_runs, dtype=int)
        run = np.arange(n_runs)
        means, sds, z = np.array(means), np.array(sds), np.asarray(z).T
        for k in range(1, n_arms):
            lead = means[k] - means[best, run]
            if_ahead = lead > sds[best, run] * z[best, run] - sds[k] * z[k]
            best = np.where(if_ahead, k, best)
        return best

    def learn(self, arm, reward):
        self.diary.append((np.array(arm), np.array(reward)))
