"""KL-UCB: how good could an arm of coins still be? Exactly as good as the data do not rule out.

UCB1's radius comes from an inequality for every law on [0, 1]. KL-UCB asks the law of coins itself: the
largest mean q under which what was seen is not too surprising, n kl(mean, q) <= log t.

Finding the best arm needs no index but one. Take an arm, the incumbent, and find its index q. Another arm has
a larger index if and only if n kl(mean, q) < log t for it, which is two products once log q is known. Most
often no arm does, and the incumbent is pulled; else one that does becomes the incumbent.

In this file: `kl_upper`, `kl_ucb_index`, and the policy `KLUCB`.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from scipy.special import xlogy

from simlib.bandit.policy import MeanPolicy
from simlib.validate import check_real


def kl_upper(mean: Any, budget: Any) -> np.ndarray:
    """The largest q in [mean, 1] with kl(mean, q) <= budget, for coins.

    mean (...) in [0, 1], budget (...) >= 0, in nats. By Newton's method from the right, where the divergence
    is convex and every step stays on that side, so that it needs no safeguard.

    Raises: RuntimeError if 100 steps are not enough.
    """
    mean, budget = np.broadcast_arrays(np.asarray(mean, float), np.asarray(budget, float))
    entropy = -xlogy(mean, mean) - xlogy(1 - mean, 1 - mean)
    tails = np.maximum(1 - mean, 1e-300)
    # two upper bounds of q: Pinsker's inequality, and kl(mean, q) >= (1 - mean) log(1 / (1 - q)) - entropy
    rest = np.maximum(np.exp(-(budget + entropy) / tails), 1 - mean - np.sqrt(budget / 2))  # of 1 - q
    rest = np.minimum(rest, 1 - mean)
    for _ in range(100):
        q = np.maximum(1 - rest, 1e-300)
        rest = np.maximum(rest, 1e-300)
        excess = -entropy - mean * np.log(q) - (1 - mean) * np.log(rest) - budget
        step = np.maximum(excess, 0) * q * rest / np.maximum(q - mean, 1e-300)
        step = np.minimum(step, np.maximum(q - mean, 0))
        rest = rest + step
        if step.max(initial=0) <= 1e-14:
            return 1 - rest
    raise RuntimeError(f"kl_upper did not converge in 100 steps; the last was {step.max():.2g}")


def kl_ucb_index(reward_mean: np.ndarray, pulls: np.ndarray, t: int, c: float = 0.0) -> np.ndarray:
    """max { q : pulls * kl(mean, q) <= log t + c log log t }, the upper confidence bound of each arm.

    reward_mean and pulls of one shape (..., K), pulls >= 1; t int >= 1, the number of this round; c >= 0.
    Assumes rewards in [0, 1]; exact for coins, cautious for other laws.

    Differs: the proof takes c = 3; c = 0 is what the authors advise in practice.
    Source: [Garivier2011] Algorithm 1
    """
    return kl_upper(reward_mean, exploration(t, c) / pulls)


def exploration(t: int, c: float = 0.0) -> float:
    """log t + c log log t, in nats; the second term from t = 3 on, where it is positive."""
    return math.log(t) + (c * math.log(math.log(t)) if t >= 3 else 0.0)


class KLUCB(MeanPolicy):
    """Pull every arm once, then always an arm with the largest `kl_ucb_index`, solved for one arm alone.

    c >= 0 weighs log log t. The choice is that of the largest of all indices, ties and rounding aside.

    Raises: ValueError for a reward outside [0, 1].
    Cost: about one Newton solution and K pairs of products a round, instead of K solutions.
    Source: [Garivier2011] Algorithm 1
    """

    def __init__(self, c: float = 0.0):
        self.c = check_real("c", c, 0)

    @property
    def label(self) -> str:
        return "KL-UCB" if self.c == 0 else f"KL-UCB c {self.c:g}"

    def reset(self, n_runs: int, n_arms: int, horizon: int) -> None:
        super().reset(n_runs, n_arms, horizon)
        self.incumbent = np.zeros(n_runs, dtype=np.int64)
        self.neg_entropy = np.zeros((n_runs, n_arms))

    def act(self, t: int, rng) -> np.ndarray:
        if t <= self.n_arms:
            return np.full(self.n_runs, t - 1)
        level, rows = exploration(t, self.c), np.arange(self.n_runs)
        q = self._index(rows, self.incumbent, level)
        while len(rows):
            rival, better = self._rival(rows, q, level)
            rows, rival = rows[better], rival[better]
            new = self._index(rows, rival, level)
            rises = new > q[better]  # not so where rounding alone made a rival: then the search ends
            rows, q = rows[rises], new[rises]
            self.incumbent[rows] = rival[rises]
        return self.incumbent.copy()

    def learn(self, arm: np.ndarray, reward: np.ndarray) -> None:
        if reward.min() < 0 or reward.max() > 1:
            raise ValueError(f"rewards must be in [0, 1]; got {reward.min():.4g} to {reward.max():.4g}")
        super().learn(arm, reward)
        cell = self._row_start + arm
        mean = self.reward_mean.take(cell)
        self.neg_entropy.ravel()[cell] = xlogy(mean, mean) + xlogy(1 - mean, 1 - mean)
        self.incumbent = arm.copy()

    def _index(self, rows: np.ndarray, arm: np.ndarray, level: float) -> np.ndarray:
        cell = self._row_start[rows] + arm
        return kl_upper(self.reward_mean.take(cell), level / self.pulls.take(cell))

    def _rival(self, rows: np.ndarray, q: np.ndarray, level: float) -> tuple[np.ndarray, np.ndarray]:
        """In each of the rows the arm that q surprises least, and whether its index is above q."""
        mean, q = self.reward_mean[rows], q[:, None]
        log_q, log_rest = np.log(np.maximum(q, 1e-300)), np.log(np.maximum(1 - q, 1e-300))
        surprise = self.pulls[rows] * (self.neg_entropy[rows] - mean * log_q - (1 - mean) * log_rest)
        surprise[mean >= q] = -np.inf
        surprise[np.arange(len(rows)), self.incumbent[rows]] = np.inf  # level, up to rounding
        rival = surprise.argmin(axis=-1)
        return rival, surprise[np.arange(len(rows)), rival] < level
