"""Bayes-UCB: the upper end of a credible interval in place of a confidence bound.

Each arm's mean has a Beta posterior. The index is the number that the mean exceeds with probability 1/t only.
As for KL-UCB one index is enough: another arm's is larger than q if and only if its mean exceeds q with a
probability above 1/t.

Most often even that needs no incomplete Beta function. The logarithm of the probability of exceeding q is
concave in q, so it lies below each of its tangents. An arm is no rival if its last tangent, taken at an
earlier q, is below log(1/t) at this one.

In this file: `bayes_ucb_index`, the formula, and the policy `BayesUCB`.
"""

from __future__ import annotations

import math

import numpy as np
from scipy.special import betainc, betainccinv, betaln, xlog1py, xlogy

from simlib.bandit.policy import Policy
from simlib.validate import check_real

MARGIN = 1e-6  # in nats, by which a tangent must be too low: far above the rounding of betainc


def bayes_ucb_index(alpha: np.ndarray, beta: np.ndarray, t: float) -> np.ndarray:
    """The q with P(theta > q) = 1/t for theta of the Beta(alpha, beta) law.

    alpha, beta (...) > 0, the posterior's parameters; t >= 1, the number of this round.
    Assumes rewards 0 or 1.

    Differs: the authors' theorem takes 1 / (t (log T)^5); 1/t is what they advise in practice.
    Source: [Kaufmann2012] Algorithm 1
    """
    return betainccinv(alpha, beta, 1 / t)


class BayesUCB(Policy):
    """Always an arm with the largest `bayes_ucb_index`, from a Beta(alpha, beta) prior; solved for few arms.

    alpha, beta > 0; (1, 1) is the uniform prior. c >= 0: the probability is 1 / (t log(T)^c), where the
    theorem takes 5 and practice 0. The choice is that of the largest of all indices, ties and rounding aside.

    Raises: ValueError for a reward outside [0, 1].
    Cost: about one inverse of the incomplete Beta function a decision, instead of K.
    Source: [Kaufmann2012] Algorithm 1
    Differs: a reward r between counts as r heads and 1 - r tails; log T counts as 1 for T < e.
    """

    def __init__(self, alpha: float = 1.0, beta: float = 1.0, c: float = 0.0):
        self.alpha = check_real("alpha", alpha, 0, open_low=True)
        self.beta = check_real("beta", beta, 0, open_low=True)
        self.c = check_real("c", c, 0)

    @property
    def label(self) -> str:
        prior = "" if self.alpha == self.beta == 1 else f" {self.alpha:g}, {self.beta:g}"
        return "Bayes-UCB" + prior + (f" c {self.c:g}" if self.c else "")

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        self.heads = np.full((n_runs, n_arms), self.alpha)
        self.tails = np.full((n_runs, n_arms), self.beta)
        self.incumbent = np.zeros(n_runs, dtype=np.int64)
        # each arm's tangent, intercept + slope q >= log P(theta > q); at first it says nothing
        self.intercept, self.slope = np.full((n_runs, n_arms), np.inf), np.zeros((n_runs, n_arms))
        self._row_start = np.arange(n_runs) * n_arms
        self._stretch = max(math.log(horizon), 1) ** self.c

    def act(self, t: int, rng) -> np.ndarray:
        t_stretched, rows = t * self._stretch, np.arange(len(self.incumbent))
        q = self._index(rows, self.incumbent, t_stretched)
        while len(rows):
            rival, better = self._rival(rows, q, t_stretched)
            rows, rival = rows[better], rival[better]
            new = self._index(rows, rival, t_stretched)
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
        self.intercept.ravel()[cell] = np.inf
        self.incumbent = arm.copy()

    def predict(self) -> np.ndarray:
        """The arm (R,) with the largest posterior mean."""
        return (self.heads / (self.heads + self.tails)).argmax(axis=-1)

    def _index(self, rows: np.ndarray, arm: np.ndarray, t: float) -> np.ndarray:
        cell = self._row_start[rows] + arm
        return bayes_ucb_index(self.heads.take(cell), self.tails.take(cell), t)

    def _rival(self, rows: np.ndarray, q: np.ndarray, t: float) -> tuple[np.ndarray, np.ndarray]:
        """In each of the rows the arm most likely to exceed q, and whether that is likelier than 1/t."""
        bound = self.intercept[rows] + self.slope[rows] * q[:, None]
        bound[np.arange(len(rows)), self.incumbent[rows]] = -np.inf  # log(1/t), up to rounding
        row, arm = np.nonzero(bound > -math.log(t) - MARGIN)
        chance = np.zeros(bound.shape)
        chance[row, arm] = self._chance(self._row_start[rows[row]] + arm, q[row])
        rival = chance.argmax(axis=-1)
        return rival, chance[np.arange(len(rows)), rival] > 1 / t

    def _chance(self, cell: np.ndarray, q: np.ndarray) -> np.ndarray:
        """P(theta > q) of these cells of the table (R, K); keeps the tangents of its logarithm there."""
        heads, tails = self.heads.take(cell), self.tails.take(cell)
        chance = betainc(tails, heads, 1 - q)  # much faster than betaincc(heads, tails, q)
        log_chance, q = np.log(np.maximum(chance, 1e-300)), np.maximum(q, 1e-300)
        log_density = xlogy(heads - 1, q) + xlog1py(tails - 1, -q) - betaln(heads, tails)
        slope = -np.exp(log_density - log_chance)
        told = (heads >= 1) & (chance > 1e-300)  # concave from one head on; 1e-300 stands for less, too
        self.slope.ravel()[cell] = np.where(told, slope, 0)
        self.intercept.ravel()[cell] = np.where(told, log_chance - slope * q, np.inf)
        return chance
