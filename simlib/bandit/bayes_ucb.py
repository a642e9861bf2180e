"""Bayes-UCB: the upper end of a credible interval in place of a confidence bound.

Each arm's mean has a Beta posterior. The index is the number that the mean exceeds with probability 1/t only.
As for KL-UCB one index is enough: another arm's is larger than q if and only if its mean exceeds q with a
probability above 1/t.

In this file: `bayes_ucb_index`, the formula, and the policy `BayesUCB`.
"""

from __future__ import annotations

import numpy as np
from scipy.special import betaincc, betainccinv

from simlib.bandit.policy import Policy
from simlib.validate import check_real


def bayes_ucb_index(alpha: np.ndarray, beta: np.ndarray, t: int) -> np.ndarray:
    """The q with P(theta > q) = 1/t for theta of the Beta(alpha, beta) law.

    alpha, beta (...) > 0, the posterior's parameters; t int >= 1, the number of this round.
    Assumes rewards 0 or 1.

    Differs: the authors' theorem takes 1 / (t (log T)^5); 1/t is what they advise in practice.
    Source: [Kaufmann2012] Algorithm 1
    """
    return betainccinv(alpha, beta, 1 / t)


class BayesUCB(Policy):
    """Always an arm with the largest `bayes_ucb_index`, from a Beta(alpha, beta) prior; solved for few arms.

    alpha, beta > 0; (1, 1) is the uniform prior.

    Raises: ValueError for a reward outside [0, 1].
    Cost: some ten microseconds a decision, nearly all in the incomplete Beta function and its inverse.
    Source: [Kaufmann2012] Algorithm 1
    Differs: a reward r between counts as r heads and 1 - r tails.
    """

    def __init__(self, alpha: float = 1.0, beta: float = 1.0):
        self.alpha = check_real("alpha", alpha, 0, open_low=True)
        self.beta = check_real("beta", beta, 0, open_low=True)

    @property
    def label(self) -> str:
        return "Bayes-UCB" if self.alpha == self.beta == 1 else f"Bayes-UCB {self.alpha:g}, {self.beta:g}"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        self.heads = np.full((n_runs, n_arms), self.alpha)
        self.tails = np.full((n_runs, n_arms), self.beta)
        self.incumbent = np.zeros(n_runs, dtype=np.int64)
        self._row_start = np.arange(n_runs) * n_arms

    def act(self, t: int, rng) -> np.ndarray:
        rows = np.arange(len(self.incumbent))
        q = self._index(rows, self.incumbent, t)
        while len(rows):
            chance = betaincc(self.heads[rows], self.tails[rows], q[:, None])  # of being above q
            chance[np.arange(len(rows)), self.incumbent[rows]] = 0  # 1/t, up to rounding
            rival = chance.argmax(axis=-1)
            better = chance[np.arange(len(rows)), rival] > 1 / t
            rows, rival = rows[better], rival[better]
            new = self._index(rows, rival, t)
            rises = new > q[better]  # not so where rounding alone made a rival: then the search ends
            rows, q = rows[rises], new[rises]
            self.incumbent[rows] = rival[rises]
        return self.incumbent.copy()

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        if reward.min() < 0 or reward.max() > 1:
            raise ValueError(f"rewards must be in [0, 1]; got {reward.min():.4g} to {reward.max():.4g}")
        cell = self._row_start + arm
        self.heads.ravel()[cell] += reward
        self.tails.ravel()[cell] += 1 - reward
        self.incumbent = arm.copy()

    def predict(self) -> np.ndarray:
        """The arm (R,) with the largest posterior mean."""
        return (self.heads / (self.heads + self.tails)).argmax(axis=-1)

    def _index(self, rows: np.ndarray, arm: np.ndarray, t: int) -> np.ndarray:
        cell = self._row_start[rows] + arm
        return bayes_ucb_index(self.heads.take(cell), self.tails.take(cell), t)
