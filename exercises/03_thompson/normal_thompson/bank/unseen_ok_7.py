import numpy as np


class NormalThompson:
    """Bayesian linear regression: one-hot features, a K x K covariance in each run,
    updated as a Kalman filter (Sherman-Morrison); the sd is the root of its diagonal."""

    def __init__(self, prior_mean, prior_sd, noise_sd):
        self.args = prior_mean, prior_sd, noise_sd

    def reset(self, n_runs, n_arms):
        m0, s0, _ = self.args
        self.theta = np.ones((n_runs, n_arms)) * m0
        self.cov = np.broadcast_to(np.eye(n_arms) * s0**2, (n_runs, n_arms, n_arms)).copy()

    def act(self, z):
        sd = np.sqrt(np.einsum("rkk->rk", self.cov))
        return (self.theta + sd * z).argmax(axis=1)

    def learn(self, arm, reward):
        phi = (np.arange(self.theta.shape[1]) == np.asarray(arm)[:, None]).astype(float)
        cov_phi = np.einsum("rij,rj->ri", self.cov, phi)
        var = np.einsum("ri,ri->r", phi, cov_phi) + self.args[2] ** 2
        surprise = reward - np.einsum("ri,ri->r", phi, self.theta)
        self.theta = self.theta + cov_phi * (surprise / var)[:, None]
        self.cov = self.cov - cov_phi[:, :, None] * cov_phi[:, None, :] / var[:, None, None]
